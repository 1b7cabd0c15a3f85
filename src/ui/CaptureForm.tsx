import { useRef, useState } from 'preact/hooks';
import type { Capture, CaptureDraft, EntityChoice } from '../core/capture/capture.ts';
import type { CaptureProblem } from '../core/capture/capture-problem.ts';
import { t } from '../locales/translate.ts';
import { CapturedQuote } from './CapturedQuote.tsx';
import { ClaimFields } from './ClaimFields.tsx';
import { FormField } from './FormField.tsx';
import { SourceFieldset } from './SourceFieldset.tsx';
import { SubjectChooser } from './SubjectChooser.tsx';

export type CaptureFormProps = {
  readonly capture: Capture;
  /** Hears of everything that is filled in. */
  readonly onDraft: (draft: CaptureDraft) => void;
  readonly onFind: (query: string) => Promise<readonly EntityChoice[]>;
  /** Saves it, or says what is wrong. */
  readonly onSave: (draft: CaptureDraft) => Promise<readonly CaptureProblem[]>;
  /** Leaves it in the inbox. */
  readonly onLater: () => void;
  readonly onDiscard: () => void;
};

/** What was selected on a page, to be followed or saved as a fact. */
export function CaptureForm({ capture, onDraft, onFind, onSave, onLater, onDiscard }: CaptureFormProps) {
  const [draft, setDraft] = useState(capture.draft);
  const [problems, setProblems] = useState<readonly CaptureProblem[]>([]);
  const [isSaving, setSaving] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const isFact = capture.intent === 'fact';
  const change = (changed: Partial<CaptureDraft>): void => {
    const next = { ...draft, ...changed };
    setDraft(next);
    onDraft(next);
    // What is being mended is no longer scolded.
    setProblems(problems.filter(({ field }) => !Object.keys(changed).includes(field.split('.', 1)[0] ?? '')));
  };
  const save = async (): Promise<void> => {
    setSaving(true);
    const found = await onSave(draft);
    setSaving(false);
    setProblems(found);
    if (found.length > 0)
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  };
  const ofForm = problems.filter(({ field }) => field === '');
  return (
    <form
      ref={form}
      class="capture"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h1>{isFact ? t('capture.factTitle') : t('capture.followTitle')}</h1>
      <CapturedQuote capture={capture} />
      <SubjectChooser
        legend={isFact ? t('capture.about') : t('capture.who')}
        guesses={capture.guesses}
        {...{ draft, problems, onFind }}
        onChange={change}
      />
      {!isFact && draft.subject !== null && (
        <FormField name="name" label={t('capture.alias', { name: draft.subject.name })} problems={problems}>
          {(control) => (
            <input
              {...control}
              class="text-input"
              dir="auto"
              value={draft.name}
              onInput={({ currentTarget: { value } }) => change({ name: value })}
            />
          )}
        </FormField>
      )}
      {isFact && <ClaimFields {...{ draft, problems }} onChange={change} />}
      {isFact && <SourceFieldset source={draft.source} problems={problems} onChange={(source) => change({ source })} />}
      <div role="alert" class="capture-alert">
        {ofForm.map(({ message }) => (
          <p key={message} class="field-problem">
            {message}
          </p>
        ))}
        {problems.length > ofForm.length && (
          <p class="field-problem">{t('capture.mend', problems.length - ofForm.length)}</p>
        )}
      </div>
      <p class="button-row">
        <button type="submit" class="button" disabled={isSaving}>
          {isFact ? t('capture.save') : t('capture.follow')}
        </button>
        <button type="button" class="button" data-action="later" onClick={onLater}>
          {t('capture.later')}
        </button>
        <button type="button" class="button" data-action="discard" onClick={onDiscard}>
          {t('capture.discard')}
        </button>
      </p>
    </form>
  );
}
