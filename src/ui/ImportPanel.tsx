import { useId } from 'preact/hooks';
import { t } from '../locales/translate.ts';
import type { ImportState } from './import-state.ts';
import { ProblemList } from './ProblemList.tsx';

type Props = { readonly state: ImportState; readonly onFile: (file: File) => void };

/** Choosing a pack file, and what came of it. */
export function ImportPanel({ state, onFile }: Props) {
  const inputId = useId();
  return (
    <div class="import">
      <label class="button" for={inputId}>
        {t('import.choose')}
        <input
          id={inputId}
          type="file"
          class="file-input"
          accept=".jsonl,.factpack,application/jsonl"
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
        <Outcome state={state} />
      </div>
    </div>
  );
}

function Outcome({ state }: Pick<Props, 'state'>) {
  switch (state.phase) {
    case 'idle':
      return null;
    case 'importing':
      return <p class="notice">{t('import.running', { file: state.file })}</p>;
    case 'done':
      return (
        <p class="notice" data-tone="good">
          {t('import.done', {
            pack: state.pack.title,
            version: String(state.pack.version),
            facts: t('count.facts', state.pack.facts),
            names: t('import.aboutNames', state.pack.entities),
          })}
        </p>
      );
    case 'failed':
      return (
        <div class="import">
          <p class="notice" data-tone="bad">
            {t('import.failed', { file: state.file, problems: t('count.problems', state.problems.length) })}
          </p>
          <ProblemList problems={state.problems} />
        </div>
      );
  }
}
