import { useId, useState } from 'preact/hooks';
import type { CaptureDraft, EntityChoice } from '../core/capture/capture.ts';
import type { CaptureProblem } from '../core/capture/capture-problem.ts';
import { ENTITY_TYPES } from '../core/model/entity.ts';
import { LIMITS } from '../core/model/limits.ts';
import { entityKey } from '../core/model/mention.ts';
import { t } from '../locales/translate.ts';
import { FormField } from './FormField.tsx';
import { useFound } from './use-found.ts';

type Props = {
  readonly legend: string;
  /** Whom it may be, before anything is looked for. */
  readonly guesses: readonly EntityChoice[];
  readonly draft: CaptureDraft;
  readonly problems: readonly CaptureProblem[];
  readonly onFind: (query: string) => Promise<readonly EntityChoice[]>;
  readonly onChange: (changed: Partial<CaptureDraft>) => void;
};

/** Guesses shown before the user looks for somebody else. */
const MOST_GUESSES = 5;

/** Whom a capture is about: one of those guessed or found, or somebody new. */
export function SubjectChooser({ legend, guesses, draft, problems, onFind, onChange }: Props) {
  const group = useId();
  const [query, setQuery] = useState('');
  const found = useFound(query, onFind);
  const { subject } = draft;
  const listed = found ?? guesses.slice(0, MOST_GUESSES);
  const isListed = subject !== null && listed.some(({ entity }) => entityKey(entity) === entityKey(subject.entity));
  const choices = subject === null || isListed ? listed : [subject, ...listed];
  const problem = problems.find(({ field }) => field === 'subject');
  return (
    <fieldset class="subject" data-field="subject">
      <legend>{legend}</legend>
      <input
        type="search"
        class="text-input"
        aria-label={t('capture.find')}
        placeholder={t('capture.find')}
        maxLength={LIMITS.nameLength}
        value={query}
        onInput={({ currentTarget: { value } }) => setQuery(value)}
      />
      {choices.map((choice) => (
        <label key={entityKey(choice.entity)} class="radio">
          <input
            type="radio"
            name={group}
            value={entityKey(choice.entity)}
            checked={subject !== null && entityKey(subject.entity) === entityKey(choice.entity)}
            onChange={() => onChange({ subject: choice })}
          />
          <span dir="auto">{choice.name}</span>
        </label>
      ))}
      {found?.length === 0 && <p class="quiet">{t('capture.nobodyFound', { query })}</p>}
      <label class="radio">
        <input
          type="radio"
          name={group}
          value="new"
          checked={subject === null}
          onChange={() => onChange({ subject: null })}
        />
        <span>{t('capture.newName')}</span>
      </label>
      {subject === null && (
        <div class="subject-new">
          <FormField name="name" label={t('capture.name')} problems={problems}>
            {(control) => (
              <input
                {...control}
                class="text-input"
                dir="auto"
                value={draft.name}
                onInput={({ currentTarget: { value } }) => onChange({ name: value })}
              />
            )}
          </FormField>
          <FormField name="entityType" label={t('capture.type')} problems={problems}>
            {(control) => (
              <select
                {...control}
                class="select"
                value={draft.entityType}
                onChange={({ currentTarget: { value } }) =>
                  onChange({ entityType: ENTITY_TYPES.find((type) => type === value) ?? draft.entityType })
                }
              >
                {ENTITY_TYPES.map((type) => (
                  <option key={type} value={type}>
                    {t(`type.${type}`)}
                  </option>
                ))}
              </select>
            )}
          </FormField>
        </div>
      )}
      {problem !== undefined && <p class="field-problem">{problem.message}</p>}
    </fieldset>
  );
}
