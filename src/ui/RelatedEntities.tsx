import { useState } from 'preact/hooks';
import type { RelatedEntity } from '../core/card/related-entities.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { entityKey } from '../core/model/mention.ts';
import { t } from '../locales/translate.ts';

type Props = {
  /** The one with most facts in common first. */
  readonly related: readonly RelatedEntity[];
  readonly urlOf: (entity: EntityRef) => string;
};

/** Shown before somebody asks for all. */
const FIRST = 12;

/** Who else stands in the facts of an entity, as links. */
export function RelatedEntities({ related, urlOf }: Props) {
  const [showsAll, setShowsAll] = useState(false);
  if (related.length === 0) return null;
  return (
    <section class="related" aria-labelledby="related">
      <h2 id="related">{t('entity.related')}</h2>
      <ul>
        {related.slice(0, showsAll ? related.length : FIRST).map(({ ref, name, type, factCount }) => (
          <li key={entityKey(ref)} data-related={entityKey(ref)}>
            <a href={urlOf(ref)} dir="auto">
              {name}
            </a>{' '}
            <span class="quiet">
              {t(`type.${type}`)} · {t('count.facts', factCount)}
            </span>
          </li>
        ))}
      </ul>
      {related.length > FIRST && !showsAll && (
        <p>
          <button type="button" class="chip" data-action="all-related" onClick={() => setShowsAll(true)}>
            {t('entity.allRelated', related.length)}
          </button>
        </p>
      )}
    </section>
  );
}
