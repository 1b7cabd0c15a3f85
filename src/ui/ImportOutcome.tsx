import { t } from '../locales/translate.ts';
import type { ImportState } from './import-state.ts';
import { ProblemList } from './ProblemList.tsx';

type Props = {
  readonly state: ImportState;
  /** Installs a version although a newer one is there; absent where nobody can. */
  readonly onOlder?: () => void;
};

/** What came of an import. */
export function ImportOutcome({ state, onOlder }: Props) {
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
          {onOlder !== undefined && state.problems[0]?.code === 'older-version' && (
            <button type="button" class="button" onClick={onOlder}>
              {t('import.older')}
            </button>
          )}
        </div>
      );
  }
}
