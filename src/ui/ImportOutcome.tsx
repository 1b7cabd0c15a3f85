import type { PackProblem, PackProblemCode } from '../core/packs/pack-problem.ts';
import { t } from '../locales/translate.ts';
import type { ImportState } from './import-state.ts';
import { ProblemList } from './ProblemList.tsx';

type Props = {
  readonly state: ImportState;
  /** Installs it all the same; absent where nobody can. */
  readonly onMeant?: () => void;
  /** Saves a list of what is wrong with a file. */
  readonly onSaveProblems?: (file: string, problems: readonly PackProblem[]) => void;
};

/** What came of an import. */
export function ImportOutcome({ state, onMeant, onSaveProblems }: Props) {
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
          <ProblemList
            problems={state.problems}
            onSave={onSaveProblems && (() => onSaveProblems(state.file, state.problems))}
          />
          {onMeant !== undefined && <ConsentButton code={state.problems[0]?.code} onMeant={onMeant} />}
        </div>
      );
  }
}

/** For what is refused only until the user has heard of it. */
function ConsentButton({
  code,
  onMeant,
}: {
  readonly code: PackProblemCode | undefined;
  readonly onMeant: () => void;
}) {
  if (code !== 'older-version' && code !== 'other-publisher') return null;
  return (
    <button type="button" class="button" onClick={onMeant}>
      {code === 'older-version' ? t('import.older') : t('import.otherPublisher')}
    </button>
  );
}
