import type { BriefEntry as Entry } from '../core/brief/brief.ts';
import { Fact } from './Fact.tsx';
import { countWords, TYPE_WORDS } from './words.ts';

type Props = {
  readonly entry: Entry;
  readonly locale: string;
  readonly onStep: (direction: 'next' | 'previous') => void;
};

/** One name of a brief: how often it stands there, what wants attention, its best facts. */
export function BriefEntry({ entry, locale, onStep }: Props) {
  const { entity, count, facts, newer, disagreements } = entry;
  return (
    <li class="brief-entry">
      <div class="brief-entry-head">
        <h2 class="brief-name" dir="auto">
          {entity.name}
        </h2>
        <span class="quiet">
          {TYPE_WORDS[entity.type]} · {countWords(count, 'mention', 'mentions', locale)}
        </span>
        <span class="brief-steps">
          <button
            type="button"
            class="step"
            aria-label={`Previous mention of ${entity.name}`}
            onClick={() => onStep('previous')}
          >
            ↑
          </button>
          <button
            type="button"
            class="step"
            aria-label={`Next mention of ${entity.name}`}
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
              {countWords(newer, 'fact newer than this article', 'facts newer than this article', locale)}
            </span>
          )}
          {disagreements > 0 && (
            <span class="badge" data-tone="warn">
              {countWords(disagreements, 'claim in dispute', 'claims in dispute', locale)}
            </span>
          )}
        </p>
      )}
      {facts.map((fact) => (
        <Fact key={fact.id} fact={fact} locale={locale} />
      ))}
      {facts.length === 0 && <p class="quiet">{entity.description || 'No facts about this name in your packs.'}</p>}
    </li>
  );
}
