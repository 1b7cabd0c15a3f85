import { useState } from 'preact/hooks';
import { filterEntries, type Brief as BriefData } from '../core/brief/brief.ts';
import { BRIEF_FORMATS, type BriefFormat } from '../core/brief/format-brief.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { BriefEntry } from './BriefEntry.tsx';
import { formatLooseDate } from './format-date.ts';
import { countWords } from './words.ts';

const FORMAT_WORDS: Readonly<Record<BriefFormat, string>> = { markdown: 'Markdown', csv: 'CSV', json: 'JSON' };

export type BriefProps = {
  /** Null where there is no page to speak of. */
  readonly brief: BriefData | null;
  readonly locale: string;
  readonly onStep: (entity: EntityRef, direction: 'next' | 'previous') => void;
  readonly onCopy: () => Promise<boolean>;
  readonly onSave: (format: BriefFormat) => void;
};

/** All followed names of the page beside it. */
export function Brief({ brief, locale, onStep, onCopy, onSave }: BriefProps) {
  const [query, setQuery] = useState('');
  const [copied, setCopied] = useState(false);
  if (brief === null) return <p class="brief-empty">Open a web page to see its brief here.</p>;
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
            ? 'No followed name on this page.'
            : `${countWords(mentions, 'mention', 'mentions', locale)} of ${countWords(brief.entries.length, 'followed name', 'followed names', locale)}`}
        </p>
      </header>
      {brief.entries.length > 0 && (
        <>
          <div class="brief-tools">
            <input
              type="search"
              class="search"
              aria-label="Filter names and facts"
              placeholder="Filter"
              value={query}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
            <button type="button" class="button" onClick={() => void onCopy().then(setCopied)}>
              {copied ? 'Copied' : 'Copy'}
            </button>
            {BRIEF_FORMATS.map((format) => (
              <button key={format} type="button" class="button" onClick={() => onSave(format)}>
                {FORMAT_WORDS[format]}
              </button>
            ))}
          </div>
          <ul class="brief-entries">
            {entries.map((entry) => (
              <BriefEntry
                key={`${entry.entity.ref.pack}/${entry.entity.ref.id}`}
                entry={entry}
                locale={locale}
                onStep={(direction) => onStep(entry.entity.ref, direction)}
              />
            ))}
          </ul>
          {entries.length === 0 && <p class="quiet">Nothing here fits “{query}”.</p>}
        </>
      )}
    </div>
  );
}
