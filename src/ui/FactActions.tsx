import { useState } from 'preact/hooks';
import { CITATION_FORMATS, type CitationFormat } from '../core/card/citation-format.ts';
import { Icon } from './Icon.tsx';

const FORMAT_WORDS: Readonly<Record<CitationFormat, string>> = {
  line: 'Copy with sources',
  markdown: 'Markdown',
  bibtex: 'BibTeX',
  csl: 'CSL-JSON',
};

type Props = {
  /** Whether it could be copied. */
  readonly onCopy: (format: CitationFormat) => Promise<boolean>;
  /** Where all that is known stands; absent where that is here. */
  readonly url?: string;
};

/** What can be done with a fact: copied, or opened in the manager. Nothing here changes it. */
export function FactActions({ onCopy, url }: Props) {
  const [outcome, setOutcome] = useState('');
  const copy = async (format: CitationFormat): Promise<void> => {
    setOutcome('');
    setOutcome((await onCopy(format)) ? 'Copied' : 'The browser did not allow it');
  };
  return (
    <details class="fact-actions">
      <summary class="icon-button" aria-label="Copy or open this fact" title="Copy or open this fact">
        <Icon name="more" />
      </summary>
      <div class="fact-actions-row">
        {CITATION_FORMATS.map((format) => (
          <button key={format} type="button" class="chip" onClick={() => void copy(format)}>
            {FORMAT_WORDS[format]}
          </button>
        ))}
        {url !== undefined && (
          <a class="chip" href={url} target="_blank" rel="noopener">
            Open in Sidelight
          </a>
        )}
        <span role="status" class="quiet">
          {outcome}
        </span>
      </div>
    </details>
  );
}
