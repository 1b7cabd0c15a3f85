import { useState } from 'preact/hooks';
import { filterEntries, type Brief as BriefData } from '../core/brief/brief.ts';
import { BRIEF_FORMATS, type BriefFormat } from '../core/brief/format-brief.ts';
import type { FactView } from '../core/card/card-view.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { t } from '../locales/translate.ts';
import { BriefEntry } from './BriefEntry.tsx';
import type { FactTools } from './ClaimGroup.tsx';
import { formatLooseDate } from './format-date.ts';

/** Names of formats are the same in every language. */
const FORMAT_NAMES: Readonly<Record<BriefFormat, string>> = { markdown: 'Markdown', csv: 'CSV', json: 'JSON' };

export type BriefProps = {
  /** Null where there is no page to speak of. */
  readonly brief: BriefData | null;
  readonly locale: string;
  readonly tools: Pick<FactTools, 'onCopy'>;
  /** Where a fact stands with all others of an entity, or all of them. */
  readonly urlOf: (entity: EntityRef, fact: FactView | null) => string;
  readonly onStep: (entity: EntityRef, direction: 'next' | 'previous') => void;
  readonly onCopy: () => Promise<boolean>;
  readonly onSave: (format: BriefFormat) => void;
};

/** All followed names of the page beside it. */
export function Brief({ brief, locale, tools, urlOf, onStep, onCopy, onSave }: BriefProps) {
  const [query, setQuery] = useState('');
  const [copied, setCopied] = useState(false);
  if (brief === null) return <p class="brief-empty">{t('brief.noPage')}</p>;
  const entries = filterEntries(brief.entries, query);
  const mentions = brief.entries.reduce((sum, entry) => sum + entry.count, 0);
  return (
    <div class="brief">
      <header class="brief-head">
        <h1 class="brief-title" dir="auto">
          {brief.title}
        </h1>
        {brief.articleDate !== null && <p class="quiet">{formatLooseDate(brief.articleDate, locale)}</p>}
        <p role="status" class="quiet">
          {mentions === 0
            ? t('popup.noName')
            : t('brief.summary', {
                mentions: t('count.mentions', mentions),
                names: t('brief.ofNames', brief.entries.length),
              })}
        </p>
      </header>
      {brief.entries.length > 0 && (
        <>
          <div class="brief-tools">
            <input
              type="search"
              class="search"
              aria-label={t('brief.filterLabel')}
              placeholder={t('brief.filter')}
              value={query}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
            <button type="button" class="button" onClick={() => void onCopy().then(setCopied)}>
              {copied ? t('brief.copied') : t('brief.copy')}
            </button>
            {BRIEF_FORMATS.map((format) => (
              <button key={format} type="button" class="button" onClick={() => onSave(format)}>
                {FORMAT_NAMES[format]}
              </button>
            ))}
          </div>
          <ul class="brief-entries">
            {entries.map((entry) => (
              <BriefEntry
                key={`${entry.entity.ref.pack}/${entry.entity.ref.id}`}
                entry={entry}
                locale={locale}
                tools={{ ...tools, urlOf: (fact) => urlOf(entry.entity.ref, fact) }}
                url={urlOf(entry.entity.ref, null)}
                onStep={(direction) => onStep(entry.entity.ref, direction)}
              />
            ))}
          </ul>
          {entries.length === 0 && <p class="quiet">{t('brief.nothingFits', { query })}</p>}
        </>
      )}
    </div>
  );
}
