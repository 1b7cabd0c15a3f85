import { useState } from 'preact/hooks';
import type { CardView } from '../core/card/card-view.ts';
import { ClaimGroup } from './ClaimGroup.tsx';
import { SeriesChart } from './SeriesChart.tsx';
import { countWords, TYPE_WORDS } from './words.ts';
import { WhyMarked } from './WhyMarked.tsx';

/** Claims shown before the reader asks for more: about one screen of the card. */
const FIRST_CLAIMS = 3;

type Props = { readonly card: CardView; readonly locale: string };

/** The card of one mention: who it is, what is known, from whom, as of when. */
export function FactCard({ card, locale }: Props) {
  const [all, setAll] = useState(false);
  const { entity, claims } = card;
  const shown = all ? claims : claims.slice(0, FIRST_CLAIMS);
  return (
    <section class="card" aria-labelledby="card-name">
      <header class="card-head">
        <div class="card-title">
          <h1 class="card-name" id="card-name" dir="auto">
            {entity.name}
          </h1>
          <span class="card-type">{TYPE_WORDS[entity.type]}</span>
        </div>
        {entity.description !== '' && <p class="card-description">{entity.description}</p>}
      </header>
      {claims.length === 0 && <p class="card-empty">No facts about this name in your packs.</p>}
      <ul class="claims">
        {shown.map((group) => (
          <ClaimGroup key={group.facts[0]?.id} group={group} locale={locale} />
        ))}
      </ul>
      {card.series.slice(0, 1).map((series) => (
        <SeriesChart key={series.kind} series={series} locale={locale} />
      ))}
      {shown.length < claims.length && (
        <button type="button" class="card-more" onClick={() => setAll(true)}>
          Show all {countWords(card.factCount, 'fact', 'facts', locale)}
        </button>
      )}
      <WhyMarked match={card.match} pack={card.pack} locale={locale} />
    </section>
  );
}
