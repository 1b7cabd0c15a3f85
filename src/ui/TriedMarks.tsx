import { Fragment } from 'preact';
import type { TriedText } from '../core/linking/try-text.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { entityKey } from '../core/model/mention.ts';

type Props = { readonly tried: TriedText; readonly entity: EntityRef };

type Piece = { readonly start: number; readonly end: number; readonly kind: 'this' | 'other' | 'miss' };

/** The text as it would be marked: this entity's names, those of others, and where a name of this one is left alone. */
export function TriedMarks({ tried: { text, mentions, nearMisses }, entity }: Props) {
  const pieces: Piece[] = [
    ...mentions.map(({ start, end, entity: whose }) => ({
      ...{ start, end },
      kind: entityKey(whose) === entityKey(entity) ? ('this' as const) : ('other' as const),
    })),
    ...nearMisses.map(({ start, end }) => ({ start, end, kind: 'miss' as const })),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end);
  let from = 0;
  const shown = pieces.filter(({ start, end }) => {
    if (start < from) return false;
    from = end;
    return true;
  });
  return (
    <p class="tried-text" dir="auto">
      {shown.map(({ start, end, kind }, position) => (
        <Fragment key={start}>
          {text.slice(shown[position - 1]?.end ?? 0, start)}
          <mark data-tried={kind}>{text.slice(start, end)}</mark>
        </Fragment>
      ))}
      {text.slice(shown.at(-1)?.end ?? 0)}
    </p>
  );
}
