import { useState } from 'preact/hooks';
import { LIMITS } from '../core/model/limits.ts';
import { targetKey, type NoteTarget, type OwnNote } from '../core/overlay/overlay-state.ts';
import { t } from '../locales/translate.ts';
import { formatDay } from './format-amount.ts';

/** Stores a note and gives null, or says why it could not. Without text the note goes. */
export type NoteSaver = (target: NoteTarget, text: string) => Promise<string | null>;

type Props = {
  readonly notes: readonly OwnNote[];
  readonly locale: string;
  /** Where notes can be changed: what a new one would be about, and who stores it. */
  readonly editing?: { readonly target: NoteTarget; readonly onSave: NoteSaver } | undefined;
};

/** The user's own notes, which are no facts and do not look like any. */
export function OwnNotes({ notes, locale, editing }: Props) {
  const [edited, setEdited] = useState<NoteTarget | null>(null);
  if (edited !== null && editing !== undefined)
    return (
      <NoteForm
        text={notes.find(({ target }) => targetKey(target) === targetKey(edited))?.text ?? ''}
        onSave={(text) => editing.onSave(edited, text)}
        onClose={() => setEdited(null)}
      />
    );
  return (
    <>
      {notes.map(({ target, text, writtenAt }) => (
        <p key={targetKey(target)} class="own-note">
          <span class="own-note-head">{t('own.noted', { date: formatDay(writtenAt, locale) })}</span>{' '}
          <span dir="auto">{text}</span>{' '}
          {editing !== undefined && (
            <button type="button" class="chip" onClick={() => setEdited(target)}>
              {t('own.editNote')}
            </button>
          )}
        </p>
      ))}
      {editing !== undefined && notes.length === 0 && (
        <p>
          <button type="button" class="chip" data-new="note" onClick={() => setEdited(editing.target)}>
            {t('own.addNote')}
          </button>
        </p>
      )}
    </>
  );
}

type FormProps = {
  readonly text: string;
  readonly onSave: (text: string) => Promise<string | null>;
  readonly onClose: () => void;
};

function NoteForm({ text, onSave, onClose }: FormProps) {
  const [draft, setDraft] = useState(text);
  const [failure, setFailure] = useState<string | null>(null);
  const [isSaving, setSaving] = useState(false);
  const save = async (): Promise<void> => {
    if (isSaving) return;
    setSaving(true);
    const reason = await onSave(draft);
    setSaving(false);
    setFailure(reason);
    if (reason === null) onClose();
  };
  return (
    <form
      class="note-form"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <textarea
        class="select"
        aria-label={t('own.note')}
        rows={3}
        maxLength={LIMITS.noteLength}
        value={draft}
        onInput={(event) => setDraft(event.currentTarget.value)}
      />
      {failure !== null && <p role="alert">{t('own.failed', { reason: failure })}</p>}
      <p class="button-row">
        <button type="submit" class="button">
          {t('own.save')}
        </button>
        <button type="button" class="button" onClick={onClose}>
          {t('own.cancel')}
        </button>
      </p>
    </form>
  );
}
