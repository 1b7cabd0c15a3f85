import { useState } from 'preact/hooks';
import { CITATION_FORMATS, type CitationFormat } from '../core/card/citation-format.ts';
import { t } from '../locales/translate.ts';
import { Icon } from './Icon.tsx';

/** Names of formats are the same in every language. */
const FORMAT_NAMES: Readonly<Record<Exclude<CitationFormat, 'line'>, string>> = {
  markdown: 'Markdown',
  bibtex: 'BibTeX',
  csl: 'CSL-JSON',
};

type Props = {
  /** Whether it could be copied. */
  readonly onCopy: (format: CitationFormat) => Promise<boolean>;
  /** Where all that is known stands; absent where that is here. */
  readonly url?: string;
  readonly onHide?: () => void;
  readonly onCorrect?: () => void;
};

/** What can be done with a fact: copied, opened in the manager, or, there, corrected and hidden. */
export function FactActions({ onCopy, url, onHide, onCorrect }: Props) {
  const [outcome, setOutcome] = useState('');
  const copy = async (format: CitationFormat): Promise<void> => {
    setOutcome('');
    setOutcome((await onCopy(format)) ? t('fact.copied') : t('fact.copyRefused'));
  };
  return (
    <details class="fact-actions">
      <summary class="icon-button" aria-label={t('fact.actions')} title={t('fact.actions')}>
        <Icon name="more" />
      </summary>
      <div class="fact-actions-row">
        {CITATION_FORMATS.map((format) => (
          <button key={format} type="button" class="chip" onClick={() => void copy(format)}>
            {format === 'line' ? t('fact.copy') : FORMAT_NAMES[format]}
          </button>
        ))}
        {url !== undefined && (
          <a class="chip" href={url} target="_blank" rel="noopener">
            {t('fact.open')}
          </a>
        )}
        {onCorrect !== undefined && (
          <button type="button" class="chip" data-action="correct" onClick={onCorrect}>
            {t('own.correct')}
          </button>
        )}
        {onHide !== undefined && (
          <button type="button" class="chip" data-action="hide" onClick={onHide}>
            {t('own.hide')}
          </button>
        )}
        <span role="status" class="quiet">
          {outcome}
        </span>
      </div>
    </details>
  );
}
