import type { CardView } from '../core/card/card-view.ts';
import { EVIDENCE_WORDS } from './words.ts';

type Props = { readonly match: CardView['match']; readonly pack: CardView['pack']; readonly locale: string };

/** Which alias of which pack matched, how sure that is, and why. */
export function WhyMarked({ match, pack, locale }: Props) {
  const percent = new Intl.NumberFormat(locale, { style: 'percent' }).format(match.confidence);
  const supporting = match.reasons
    .filter((reason) => reason.weight > 0)
    .map((reason) => EVIDENCE_WORDS[reason.evidence]);
  return (
    <details class="card-foot">
      <summary>
        {pack.title}, version {pack.version} · why is this marked?
      </summary>
      <div class="why">
        <p>
          “{match.surface}” matches{' '}
          {match.derivedFrom === null
            ? `the alias “${match.alias}”`
            : `“${match.alias}”, made from the alias “${match.derivedFrom}”`}
          , {percent} sure: {supporting.join('; ')}.
        </p>
        {match.alternatives.length > 0 && (
          <p>It could also be {match.alternatives.map((entity) => entity.name).join(' or ')}.</p>
        )}
      </div>
    </details>
  );
}
