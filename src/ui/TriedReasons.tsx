import type { NearMiss } from '../core/linking/near-misses.ts';
import type { TriedText } from '../core/linking/try-text.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { entityKey, type Reason } from '../core/model/mention.ts';
import { keyPart, t } from '../locales/translate.ts';
import { explainMatch } from './WhyMarked.tsx';

type Props = { readonly tried: TriedText; readonly entity: EntityRef; readonly locale: string };

/** Places told in words; what stands oftener is seen in the text. */
const MOST_TOLD = 30;

/** Why each name of the entity is marked in a text, or is not. */
export function TriedReasons({ tried: { text, mentions, nearMisses }, entity, locale }: Props) {
  const own = mentions.filter((mention) => entityKey(mention.entity) === entityKey(entity));
  const told = [
    ...own.map((mention) => ({
      start: mention.start,
      kind: 'this' as const,
      words: explainMatch({ ...mention, surface: text.slice(mention.start, mention.end) }, locale),
    })),
    ...nearMisses.map((miss) => ({
      start: miss.start,
      kind: 'miss' as const,
      words: t('try.unmarked', { surface: text.slice(miss.start, miss.end), alias: miss.alias, cause: causeOf(miss) }),
    })),
  ].toSorted((a, b) => a.start - b.start);
  if (told.length === 0) return <p class="quiet">{t('try.nothing')}</p>;
  return (
    <ul class="tried-reasons">
      {told.slice(0, MOST_TOLD).map(({ start, kind, words }) => (
        <li key={start} data-told={kind} dir="auto">
          {words}
        </li>
      ))}
    </ul>
  );
}

function causeOf({ cause, reasons, takenBy }: NearMiss): string {
  if (cause === 'unlikely') return joinReasons(reasons);
  if (cause === 'taken') return t('try.taken', { name: takenBy ?? '' });
  return t(`try.cause_${keyPart(cause)}`);
}

const joinReasons = (reasons: readonly Reason[]): string =>
  reasons.length === 0
    ? t('try.tooLittle')
    : reasons.map(({ evidence }) => t(`evidence.${keyPart(evidence)}`)).join(t('why.separator'));
