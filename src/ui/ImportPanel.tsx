import { useId } from 'preact/hooks';
import { t } from '../locales/translate.ts';
import { ImportOutcome } from './ImportOutcome.tsx';
import type { ImportState } from './import-state.ts';

type Props = {
  readonly state: ImportState;
  readonly onFile: (file: File) => void;
  /** Installs the last file although something speaks against it. */
  readonly onMeant: () => void;
};

/** Choosing a pack file, and what came of it. */
export function ImportPanel({ state, onFile, onMeant }: Props) {
  const inputId = useId();
  return (
    <div class="import">
      <label class="button" for={inputId}>
        {t('import.choose')}
        <input
          id={inputId}
          type="file"
          class="file-input"
          accept=".jsonl,.factpack,.factpatch,.gz,application/jsonl,application/gzip"
          disabled={state.phase === 'importing'}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            // The same file may be chosen again after it was mended.
            event.currentTarget.value = '';
            if (file !== undefined) onFile(file);
          }}
        />
      </label>
      <div role="status" aria-live="polite">
        <ImportOutcome state={state} onMeant={onMeant} />
      </div>
    </div>
  );
}
