import { useEffect, useRef } from 'preact/hooks';
import type { EntityPage as EntityPageData } from '../core/card/card-view.ts';
import { t } from '../locales/translate.ts';
import { ClaimGroup, type FactTools } from './ClaimGroup.tsx';
import { SeriesChart } from './SeriesChart.tsx';

type Props = {
  /** Null if it is no longer followed. */
  readonly page: EntityPageData | null;
  readonly locale: string;
  readonly tools: FactTools;
  /** The fact somebody came for. */
  readonly chosen: string | null;
};

/** All that is known of an entity. */
export function EntityPage({ page, locale, tools, chosen }: Props) {
  const article = useRef<HTMLElement>(null);
  useEffect(() => {
    const fact = chosen === null ? null : article.current?.querySelector(`[data-fact="${CSS.escape(chosen)}"]`);
    fact?.setAttribute('data-chosen', '');
    fact?.scrollIntoView({ block: 'center' });
    return () => fact?.removeAttribute('data-chosen');
  }, [chosen, page]);
  if (page === null) return <p class="quiet">{t('entity.gone')}</p>;
  const { entity, pack, claims, factCount, series } = page;
  return (
    <article class="entity-page" ref={article}>
      <header>
        <h1 dir="auto">{entity.name}</h1>
        <p class="quiet">
          {t(`type.${entity.type}`)} · {t('packs.versioned', { pack: pack.title, version: String(pack.version) })} ·{' '}
          {t('count.facts', factCount)}
        </p>
        {entity.description !== '' && <p>{entity.description}</p>}
        {entity.website !== null && (
          <p>
            <a href={entity.website} target="_blank" rel="noopener noreferrer">
              {entity.website}
            </a>
          </p>
        )}
      </header>
      {series.map((each) => (
        <SeriesChart key={each.kind} series={each} locale={locale} />
      ))}
      <ul class="claims">
        {claims.map((group) => (
          <ClaimGroup key={group.facts[0]?.id} group={group} locale={locale} tools={tools} />
        ))}
      </ul>
      {claims.length === 0 && <p class="quiet">{t('card.noFacts')}</p>}
    </article>
  );
}
