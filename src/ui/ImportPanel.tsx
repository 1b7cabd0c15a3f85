import { useId } from 'preact/hooks';
import type { ImportState } from './import-state.ts';
import { ProblemList } from './ProblemList.tsx';
import { countWords } from './words.ts';

type Props = { readonly state: ImportState; readonly locale: string; readonly onFile: (file: File) => void };

/** Choosing a pack file, and what came of it. */
export function ImportPanel({ state, locale, onFile }: Props) {
  const inputId = useId();
  return (
    <div class="import">
      <label class="button" for={inputId}>
        Import pack…
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
        <Outcome state={state} locale={locale} />
      </div>
    </div>
  );
}

function Outcome({ state, locale }: Pick<Props, 'state' | 'locale'>) {
  switch (state.phase) {
    case 'idle':
      return null;
    case 'importing':
      return <p class="notice">Importing {state.file}…</p>;
    case 'done':
      return (
        <p class="notice" data-tone="good">
          {state.pack.title}, version {state.pack.version}, is installed:{' '}
          {countWords(state.pack.facts, 'fact', 'facts', locale)} about{' '}
          {countWords(state.pack.entities, 'name', 'names', locale)}.
        </p>
      );
    case 'failed':
      return (
        <div class="import">
          <p class="notice" data-tone="bad">
            {state.file} was not imported: {countWords(state.problems.length, 'problem', 'problems', locale)}. Your
            packs are unchanged.
          </p>
          <ProblemList problems={state.problems} />
        </div>
      );
  }
}
