import type { PackProblem } from '../core/packs/pack-problem.ts';
import { t } from '../locales/translate.ts';

/** So many are drawn; all of them can be saved. */
const MAX_SHOWN = 200;

type Props = {
  readonly problems: readonly PackProblem[];
  /** Saves the whole list; absent where nothing can be saved. */
  readonly onSave?: (() => void) | undefined;
};

/** The problems of a pack file, each with its line. */
export function ProblemList({ problems, onSave }: Props) {
  const unshown = problems.length - MAX_SHOWN;
  return (
    <>
      <ul class="problems" tabIndex={0} aria-label={t('import.problems')}>
        {problems.slice(0, MAX_SHOWN).map((problem, position) => (
          <li key={position}>
            {problem.line > 0 && <p class="problem-place">{t('import.line', { line: String(problem.line) })}</p>}
            <p>{problem.message}</p>
          </li>
        ))}
      </ul>
      {onSave !== undefined && unshown > 0 && <p class="quiet">{t('import.moreProblems', unshown)}</p>}
      {onSave !== undefined && problems.length > 1 && (
        <button type="button" class="button" data-save-problems onClick={onSave}>
          {t('import.saveProblems')}
        </button>
      )}
    </>
  );
}
