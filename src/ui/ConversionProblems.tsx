import type { ConversionProblem } from '../core/converting/conversion-problem.ts';
import { t } from '../locales/translate.ts';

/** Why sheets could not be converted, each problem with its file and row. */
export function ConversionProblems({ problems }: { readonly problems: readonly ConversionProblem[] }) {
  return (
    <ul class="problems" tabIndex={0} aria-label={t('import.problems')}>
      {problems.map(({ file, line, message }, position) => (
        <li key={position}>
          <p class="problem-place" dir="auto">
            {line > 0 ? t('wizard.place', { file, row: String(line) }) : file}
          </p>
          <p dir="auto">{message}</p>
        </li>
      ))}
    </ul>
  );
}
