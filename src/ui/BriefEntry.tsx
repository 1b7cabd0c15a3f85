import type { BriefEntry as Entry } from '../core/brief/brief.ts';
import { t } from '../locales/translate.ts';
import { ClaimGroup, groupKey, type FactTools } from './ClaimGroup.tsx';

type Props = {
  readonly entry: Entry;
  readonly locale: string;
  readonly tools: FactTools;
  /** Where all that is known of it stands. */
  readonly url: string;
  readonly onStep: (direction: 'next' | 'previous') => void;
};

/** One name of a brief: how often it stands there, what wants attention, its best facts. */
export function BriefEntry({ entry, locale, tools, url, onStep }: Props) {
  const { entity, count, claims, factCount, newer, disagreements } = entry;
  const facts = claims.flatMap((claim) => claim.facts);
  const packs = new Set(facts.flatMap(({ origins }) => origins.map(({ pack }) => pack)));
  return (
    <li class="brief-entry">
      <div class="brief-entry-head">
        <h2 class="brief-name" dir="auto">
          {entity.name}
        </h2>
        <span class="quiet">
          {t(`type.${entity.type}`)} · {t('count.mentions', count)}
        </span>
        <span class="brief-steps">
          <button
            type="button"
            class="step"
            aria-label={t('brief.previous', { name: entity.name })}
            onClick={() => onStep('previous')}
          >
            ↑
          </button>
          <button
            type="button"
            class="step"
            aria-label={t('brief.next', { name: entity.name })}
            onClick={() => onStep('next')}
          >
            ↓
          </button>
        </span>
      </div>
      {(newer > 0 || disagreements > 0) && (
        <p class="brief-flags">
          {newer > 0 && (
            <span class="badge" data-tone="warn">
              {t('brief.newer', newer)}
            </span>
          )}
          {disagreements > 0 && (
            <span class="badge" data-tone="warn">
              {t('brief.disputed', disagreements)}
            </span>
          )}
        </p>
      )}
      <ul class="claims">
        {claims.map((group) => (
          <ClaimGroup key={groupKey(group)} group={group} locale={locale} tools={tools} namesPacks={packs.size > 1} />
        ))}
      </ul>
      {facts.length === 0 && <p class="quiet">{entity.description || t('card.noFacts')}</p>}
      {facts.length < factCount && (
        <a class="brief-all" href={url} target="_blank" rel="noopener">
          {t('card.showAll', factCount)}
        </a>
      )}
    </li>
  );
}
