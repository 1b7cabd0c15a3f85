import type { PackProblem } from '../core/packs/pack-problem.ts';
import { t } from '../locales/translate.ts';

/** The problems of a pack file, each with its line. */
export function ProblemList({ problems }: { readonly problems: readonly PackProblem[] }) {
  return (
    <ul class="problems" tabIndex={0} aria-label={t('import.problems')}>
      {problems.map((problem, position) => (
        <li key={position}>
          {problem.line > 0 && <p class="problem-place">{t('import.line', { line: String(problem.line) })}</p>}
          <p>{problem.message}</p>
        </li>
      ))}
    </ul>
  );
}
