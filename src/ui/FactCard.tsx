import { useState } from 'preact/hooks';
import type { CardView } from '../core/card/card-view.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { t } from '../locales/translate.ts';
import { Candidates } from './Candidates.tsx';
import { CardHead, type CardFrame } from './CardHead.tsx';
import { ClaimGroup, groupKey, type FactTools } from './ClaimGroup.tsx';
import { OwnNotes } from './OwnNotes.tsx';
import { SeriesChart } from './SeriesChart.tsx';
import { WhyMarked } from './WhyMarked.tsx';

/** Claims shown before the reader asks for more: about one screen of the card. */
const FIRST_CLAIMS = 3;

type Props = {
  readonly card: CardView;
  readonly locale: string;
  readonly frame: CardFrame;
  readonly tools: FactTools & { readonly onFollow: (entity: EntityRef) => void };
  /** Where a wrong mark is corrected; null on cards that no mark has opened. */
  readonly correctUrl: string | null;
};

/** The card of one mention: who it is, what is known, from whom, as of when. */
export function FactCard({ card, locale, frame, tools, correctUrl }: Props) {
  const [all, setAll] = useState(false);
  const { entity, packs, claims, match } = card;
  const shown = all ? claims : claims.slice(0, FIRST_CLAIMS);
  return (
    <section class="card" aria-labelledby="card-name">
      <CardHead entity={entity} frame={frame} />
      {packs.length > 1 && (
        <p class="card-packs">
          {t('card.fromPacks', { packs: packs.map(({ title }) => title).join(t('why.separator')) })}
        </p>
      )}
      {match !== null && <Candidates candidates={match.alternatives} onFollow={tools.onFollow} />}
      <OwnNotes notes={card.notes} locale={locale} />
      {claims.length === 0 && <p class="card-empty">{t('card.noFacts')}</p>}
      <ul class="claims">
        {shown.map((group) => (
          <ClaimGroup key={groupKey(group)} group={group} locale={locale} tools={tools} namesPacks={packs.length > 1} />
        ))}
      </ul>
      {card.series.slice(0, 1).map((series) => (
        <SeriesChart key={series.kind} series={series} locale={locale} />
      ))}
      {shown.length < claims.length && (
        <button type="button" class="card-more" onClick={() => setAll(true)}>
          {t('card.showAll', card.factCount)}
        </button>
      )}
      <WhyMarked match={match} packs={packs} locale={locale} correctUrl={correctUrl} />
    </section>
  );
}
