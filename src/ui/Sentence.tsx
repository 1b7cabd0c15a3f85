import { Fragment, type ComponentChildren } from 'preact';
import { t, type TextKey } from '../locales/translate.ts';

type Props = { readonly text: TextKey; readonly slots: Readonly<Record<string, ComponentChildren>> };

/** A text with elements in its places. */
export function Sentence({ text, slots }: Props) {
  return t(text)
    .split(/\{(\w+)\}/)
    .map((part, position) => <Fragment key={position}>{position % 2 === 0 ? part : slots[part]}</Fragment>);
}
