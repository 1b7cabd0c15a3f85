import { useEffect, useRef } from 'preact/hooks';
import type { EntityPage as EntityPageData, FactView } from '../core/card/card-view.ts';
import type { ClaimOrder } from '../core/card/claim-sections.ts';
import type { RelatedEntity } from '../core/card/related-entities.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { t } from '../locales/translate.ts';
import { AddToEntity, type EntityAdditions } from './AddToEntity.tsx';
import type { FactTools } from './ClaimGroup.tsx';
import { ClaimSections } from './ClaimSections.tsx';
import { EntityPrivacy, type EntityPrivacyProps } from './EntityPrivacy.tsx';
import { HiddenFacts } from './HiddenFacts.tsx';
import { OwnNotes } from './OwnNotes.tsx';
import { RelatedEntities } from './RelatedEntities.tsx';
import { SameEntity, type SameEntityTools } from './SameEntity.tsx';
import { SeriesChart } from './SeriesChart.tsx';
import { TryName, type TryTools } from './TryName.tsx';
import { namePacks } from './WhyMarked.tsx';

type Props = {
  /** Null if it is no longer followed. */
  readonly page: EntityPageData | null;
  readonly locale: string;
  readonly tools: FactTools;
  /** The fact somebody came for. */
  readonly onShow: (fact: FactView) => void;
  /** Which records of other packs are about it. */
  readonly same: SameEntityTools;
  /** What can be added to it. */
  readonly additions: EntityAdditions;
  readonly privacy: EntityPrivacyProps;
  readonly trying: TryTools;
  readonly order: ClaimOrder;
  readonly orderUrl: (order: ClaimOrder) => string;
  /** Who shares facts with it. */
  readonly related: readonly RelatedEntity[];
  readonly urlOf: (entity: EntityRef) => string;
  readonly chosen: { readonly pack: string; readonly id: string } | null;
};

/** All that is known of an entity. */
export function EntityPage({ page, locale, tools, onShow, same, additions, chosen, ...rest }: Props) {
  const { privacy, trying, order, orderUrl, related, urlOf } = rest;
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    const fact = chosen === null ? null : findFact(article.current, chosen);
    fact?.setAttribute('data-chosen', '');
    return () => fact?.removeAttribute('data-chosen');
  }, [chosen, page]);
  const chosenFact = chosen === null || page === null ? '' : `${chosen.pack}/${chosen.id}`;
  // Once: who reads on must not be fetched back by every drawing.
  useEffect(() => {
    if (chosen !== null) findFact(article.current, chosen)?.scrollIntoView({ block: 'center' });
  }, [chosenFact]);
  if (page === null) return <p class="quiet">{t('entity.gone')}</p>;
  const { entity, packs, claims, factCount, series, notes, hidden } = page;
  const target = { kind: 'entity' as const, ...entity.ref };
  return (
    <article class="entity-page" ref={article}>
      <header>
        <h1 dir="auto">{entity.name}</h1>
        <p class="quiet">
          {t(`type.${entity.type}`)} · {namePacks(packs)} · {t('count.facts', factCount)}
        </p>
        {entity.description !== '' && <p>{entity.description}</p>}
        {entity.website !== null && (
          <p>
            <a href={entity.website} target="_blank" rel="noopener noreferrer">
              {entity.website}
            </a>
          </p>
        )}
        <div class="entity-actions">
          <AddToEntity {...additions} />
          <OwnNotes notes={notes} locale={locale} editing={tools.own && { target, onSave: tools.own.onNote }} />
          <SameEntity page={page} {...same} />
        </div>
        <EntityPrivacy {...privacy} />
      </header>
      <TryName {...trying} entity={entity.ref} locale={locale} />
      {series.map((each) => (
        <SeriesChart key={each.kind} series={each} locale={locale} />
      ))}
      <ClaimSections {...{ claims, order, orderUrl, locale, tools }} namesPacks={packs.length > 1} />
      {claims.length === 0 && <p class="quiet">{t('card.noFacts')}</p>}
      <HiddenFacts facts={hidden} onShow={onShow} />
      <RelatedEntities related={related} urlOf={urlOf} />
    </article>
  );
}

/** The fact of a pack, or what another one says in the same words. */
function findFact(root: Element | null, { pack, id }: NonNullable<Props['chosen']>): Element | null {
  const facts = [...(root?.querySelectorAll(`[data-fact="${CSS.escape(id)}"]`) ?? [])];
  return facts.find((fact) => fact.getAttribute('data-pack') === pack) ?? facts[0] ?? null;
}
