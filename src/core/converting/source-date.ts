import type { ConversionProblem } from './conversion-problem.ts';
import { parseWrittenDate } from './written-date.ts';

/** The date of a source as CSL date parts: [year], [year, month] or [year, month, day]; null where none is given or understood. */
export function readSourceDate(
  written: string,
  report: (code: ConversionProblem['code'], message: string) => void,
): readonly number[] | null {
  if (written === '') return null;
  const date = parseWrittenDate(written);
  if (!date.ok) {
    report(date.error.code, date.error.message);
    return null;
  }
  if (/^\d{4}(?:-\d\d){0,2}$/.test(date.value)) return date.value.split('-').map(Number);
  report('invalid-value', 'the date of a source must be a year, a month or a day, such as 2026-03-05.');
  return null;
}
