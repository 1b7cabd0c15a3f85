import type { CardView, MatchView } from '../core/card/card-view.ts';
import { EVIDENCE_WORDS } from './words.ts';

type Props = {
  /** Null on a card that another card has opened. */
  readonly match: MatchView | null;
  readonly pack: CardView['pack'];
  readonly locale: string;
  readonly correctUrl: string | null;
};

/** Which alias of which pack matched, how sure that is, and why. */
export function WhyMarked({ match, pack, locale, correctUrl }: Props) {
  const origin = `${pack.title}, version ${pack.version}`;
  if (match === null) return <p class="card-foot">{origin}</p>;
  return (
    <details class="card-foot">
      <summary>{origin} · why is this marked?</summary>
      <div class="why">
        <p>{explain(match, locale)}</p>
        {correctUrl !== null && (
          <p>
            <a href={correctUrl} target="_blank" rel="noopener">
              Not meant here? Correct it
            </a>
          </p>
        )}
      </div>
    </details>
  );
}

function explain({ surface, alias, derivedFrom, confidence, reasons }: MatchView, locale: string): string {
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(confidence);
  const supporting = reasons.filter(({ weight }) => weight > 0).map(({ evidence }) => EVIDENCE_WORDS[evidence]);
  const found = derivedFrom === null ? `the alias “${alias}”` : `“${alias}”, made from the alias “${derivedFrom}”`;
  return `“${surface}” matches ${found}, ${percent} sure: ${supporting.join('; ')}.`;
}
