import type { EntityChange, FactChange } from '../core/packs/review.ts';
import { ComparedWords, FieldChanges } from './FieldChanges.tsx';
import { t } from '../locales/translate.ts';

type Props = {
  readonly entity: EntityChange;
  /** Where all that is known of it stands; null if it is not in use yet. */
  readonly url: string | null;
};

/** What became of a name and the facts about it. */
export function EntityChanges({ entity, url }: Props) {
  const { name, change, fields, facts } = entity;
  return (
    <li class="entity-change" data-entity={entity.id}>
      <h2 dir="auto">
        {url === null || change === 'removed' ? name : <a href={url}>{name}</a>}{' '}
        {change !== 'same' && <span class="badge">{t(`review.change_${change}`)}</span>}
      </h2>
      <FieldChanges fields={fields} />
      <ul>
        {facts.map((fact) => (
          <li key={fact.id} class="fact-change" data-change={fact.change} data-fact={fact.id}>
            <span class="badge">{t(`review.change_${fact.change}`)}</span>
            <FactText fact={fact} />
          </li>
        ))}
      </ul>
    </li>
  );
}

function FactText({ fact }: { readonly fact: FactChange }) {
  if (fact.change === 'changed') return <ChangedFact fact={fact} />;
  return <p dir="auto">{fact.change === 'added' ? <ins>{fact.statement}</ins> : <del>{fact.statement}</del>}</p>;
}

/** A statement word by word, as it was and as it is. */
function ChangedFact({ fact }: { readonly fact: Extract<FactChange, { change: 'changed' }> }) {
  return (
    <div>
      <p dir="auto">
        <ComparedWords before={fact.before} after={fact.after} />
      </p>
      <FieldChanges fields={fact.fields} />
    </div>
  );
}
