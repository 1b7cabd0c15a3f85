import type { CardView, MatchView } from '../core/card/card-view.ts';
import { keyPart, t } from '../locales/translate.ts';

type Props = {
  /** Null on a card that another card has opened. */
  readonly match: MatchView | null;
  readonly packs: CardView['packs'];
  readonly locale: string;
  readonly correctUrl: string | null;
};

/** Which alias of which pack matched, how sure that is, and why. */
export function WhyMarked({ match, packs, locale, correctUrl }: Props) {
  const origin = namePacks(packs);
  if (match === null) return <p class="card-foot">{origin}</p>;
  return (
    <details class="card-foot" onToggle={({ currentTarget }) => currentTarget.scrollIntoView({ block: 'nearest' })}>
      <summary>{t('why.summary', { origin })}</summary>
      <div class="why">
        <p>{explainMatch(match, locale)}</p>
        {correctUrl !== null && (
          <p>
            <a href={correctUrl} target="_blank" rel="noopener">
              {t('why.correct')}
            </a>
          </p>
        )}
      </div>
    </details>
  );
}

/** Packs with their versions, in one line. */
export const namePacks = (packs: CardView['packs']): string =>
  packs
    .map(({ title, version }) => t('packs.versioned', { pack: title, version: String(version) }))
    .join(t('why.separator'));

/** Which alias a name matches, how sure that is, and what speaks for it. */
export function explainMatch(
  {
    surface,
    alias,
    derivedFrom,
    confidence,
    ...match
  }: Pick<MatchView, 'surface' | 'alias' | 'derivedFrom' | 'confidence' | 'reasons'>,
  locale: string,
): string {
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(confidence);
  const reasons = match.reasons
    .filter(({ weight }) => weight > 0)
    .map(({ evidence }) => t(`evidence.${keyPart(evidence)}`))
    .join(t('why.separator'));
  return derivedFrom === null
    ? t('why.alias', { surface, alias, percent, reasons })
    : t('why.derived', { surface, alias, original: derivedFrom, percent, reasons });
}
