import type { EntityRef } from '../core/model/entity.ts';
import { t } from '../locales/translate.ts';

/** A marked name; offsets are those of the text, in UTF-16 code units. */
export type SampleMark = { readonly start: number; readonly end: number; readonly entity: EntityRef };

type Props = {
  readonly text: string;
  readonly mentions: readonly SampleMark[];
  readonly openAt: number | null;
  readonly onOpen: (at: number, mark: HTMLElement) => Promise<void>;
  readonly onLeave: () => void;
};

/** The words of the article, its first line as the headline, the names in them as buttons that read as words. */
export function SampleText({ text, mentions, openAt, onOpen, onLeave }: Props) {
  let start = 0;
  const lines = text.split('\n').map((line) => {
    const from = start;
    start += line.length + 1;
    return { from, to: from + line.length };
  });
  const draw = (from: number, to: number) => {
    const parts = [];
    let done = from;
    for (const [at, mention] of mentions.entries()) {
      if (mention.start < done || mention.end > to) continue;
      parts.push(text.slice(done, mention.start));
      parts.push(
        <button
          key={mention.start}
          type="button"
          class="sample-mark"
          aria-expanded={openAt === at}
          onPointerEnter={({ currentTarget }) => void onOpen(at, currentTarget)}
          onPointerLeave={onLeave}
          onFocus={({ currentTarget }) => void onOpen(at, currentTarget)}
          onClick={({ currentTarget }) => void onOpen(at, currentTarget)}
        >
          {text.slice(mention.start, mention.end)}
        </button>,
      );
      done = mention.end;
    }
    return [...parts, text.slice(done, to)];
  };
  const [headline, ...paragraphs] = lines;
  return (
    <article class="sample-text" aria-label={t('welcome.sample')}>
      {headline !== undefined && <h2>{draw(headline.from, headline.to)}</h2>}
      {paragraphs.map(({ from, to }) => (
        <p key={from}>{draw(from, to)}</p>
      ))}
    </article>
  );
}
