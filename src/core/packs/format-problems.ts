import { escapeCsv } from '../text/escape-csv.ts';
import type { PackProblem } from './pack-problem.ts';

/** Problems as a table (RFC 4180), one a row. */
export const formatProblems = (problems: readonly PackProblem[]): string =>
  [
    ['line', 'field', 'code', 'problem'],
    ...problems.map(({ line, field, code, message }) => [String(line), field, code, message]),
  ]
    .map((row) => `${row.map(escapeCsv).join(',')}\r\n`)
    .join('');
