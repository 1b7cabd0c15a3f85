import { useState } from 'preact/hooks';
import type { CaptureProblem } from '../core/capture/capture-problem.ts';
import type { SourceFields } from '../core/capture/source-fields.ts';
import { SOURCE_TYPES } from '../core/model/source.ts';
import { t } from '../locales/translate.ts';
import { FormField } from './FormField.tsx';

type Props = {
  readonly source: SourceFields;
  readonly problems: readonly CaptureProblem[];
  readonly onChange: (source: SourceFields) => void;
};

const LINES = ['title', 'authors', 'site', 'publisher', 'issued', 'accessed', 'url', 'doi', 'language'] as const;

/** Where a fact is from, as the page says: shown in a line, and open to correction. */
export function SourceFieldset({ source, problems, onChange }: Props) {
  const [isOpen, setOpen] = useState(false);
  const hasProblem = problems.some(({ field }) => field.startsWith('source.'));
  const told = [source.authors.replaceAll('\n', ', '), source.site, source.issued].filter((part) => part !== '');
  return (
    <details class="source-fields" open={isOpen || hasProblem} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span class="source-fields-label">{t('capture.source')}</span>
        <span class="source-fields-title" dir="auto">
          {source.title}
        </span>
        <span class="quiet" dir="auto">
          {told.join(' · ')}
        </span>
      </summary>
      <div class="form-fields">
        <FormField name="source.type" label={t('capture.sourceType')} problems={problems}>
          {(control) => (
            <select
              {...control}
              class="select"
              value={source.type}
              onChange={({ currentTarget: { value } }) =>
                onChange({ ...source, type: SOURCE_TYPES.find((type) => type === value) ?? source.type })
              }
            >
              {SOURCE_TYPES.map((type) => (
                <option key={type} value={type}>
                  {type}
                </option>
              ))}
            </select>
          )}
        </FormField>
        {LINES.map((name) => (
          <FormField
            key={name}
            name={`source.${name}`}
            label={t(`captureSource.${name}`)}
            {...(name === 'authors' ? { hint: t('capture.authorsHint') } : {})}
            problems={problems}
          >
            {(control) =>
              name === 'authors' ? (
                <textarea
                  {...control}
                  class="text-input"
                  rows={Math.min(6, source.authors.split('\n').length + 1)}
                  value={source.authors}
                  onInput={({ currentTarget: { value } }) => onChange({ ...source, authors: value })}
                />
              ) : (
                <input
                  {...control}
                  class="text-input"
                  dir="auto"
                  value={source[name]}
                  onInput={({ currentTarget: { value } }) => onChange({ ...source, [name]: value })}
                />
              )
            }
          </FormField>
        ))}
      </div>
    </details>
  );
}
