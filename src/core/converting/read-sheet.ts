import Papa from 'papaparse';
import { LIMITS } from '../model/limits.ts';
import { err, ok, type Result } from '../model/result.ts';
import type { ConversionProblem } from './conversion-problem.ts';

/** A sheet as it was written: nothing is understood yet. */
export type Sheet = {
  /** The file's name, for problems. */
  readonly file: string;
  /** The first row, trimmed. */
  readonly heading: readonly string[];
  /** All further rows in order, empty ones included, so that `rows[0]` is the spreadsheet's row 2. */
  readonly rows: readonly (readonly string[])[];
};

const SEPARATORS = [',', ';', '\t', '|'];

/**
 * Reads comma-, semicolon-, tab- or bar-separated text with or without a byte-order mark, with any line ends, quoted after
 * RFC 4180. Never throws. What the caps do not allow, and text that was not UTF-8, is refused with every reason.
 */
export function readSheet(file: string, text: string): Result<Sheet, readonly ConversionProblem[]> {
  const refuse = (code: ConversionProblem['code'], message: string, line = 0) =>
    err([{ code, file, line, field: '', message }]);
  if (text.length > LIMITS.sheetCharacters) {
    return refuse('too-large', `The sheet is longer than ${LIMITS.sheetCharacters} characters; split it.`);
  }
  const encoding = encodingProblem(text);
  if (encoding !== null) return refuse('wrong-encoding', encoding);
  const content = text.replace(/^\ufeff/, '').replaceAll(/\r\n?/g, '\n');
  if (content.trim() === '') return refuse('empty-sheet', 'The sheet is empty; its first row must name the columns.');
  // Spreadsheet programs read a first line such as "sep=;" and do not show it.
  const announced = /^sep=([,;|\t])\n/i.exec(content);
  const parsed = Papa.parse<string[]>(content.slice(announced?.[0].length ?? 0), {
    delimiter: announced?.[1] ?? separatorOf(content),
    newline: '\n',
    preview: LIMITS.rowsPerSheet + 2,
  });
  const [heading = [], ...rows] = parsed.data;
  while (rows.length > 0 && isEmpty(rows.at(-1) ?? [])) rows.pop();
  if (rows.length > LIMITS.rowsPerSheet) {
    return refuse('too-large', `A sheet may have at most ${LIMITS.rowsPerSheet} rows below its heading; split it.`);
  }
  const problems = [
    ...quoteProblems(file, parsed.errors),
    ...sizeProblems(file, [heading, ...rows]),
    ...extraCells(file, heading, rows),
  ];
  if (problems.length > 0) return err(problems.slice(0, LIMITS.reportedProblems));
  return ok({ file, heading: heading.map((cell) => cell.trim()), rows });
}

export const isEmpty = (row: readonly string[]): boolean => row.every((cell) => cell.trim() === '');

/** UTF-16 read as UTF-8 is full of NUL; anything else that is no UTF-8 leaves replacement characters. */
function encodingProblem(text: string): string | null {
  if (text.includes('\0')) return 'The file seems to be UTF-16; save it as "CSV UTF-8" and choose it again.';
  const at = text.indexOf('\ufffd');
  if (at < 0) return null;
  const line = text.slice(0, at).split('\n').length;
  return `The file is not UTF-8 (line ${line} has a character that cannot be read); save it as "CSV UTF-8" and choose it again.`;
}

/** The separator that the heading has most of outside quotes; commas where there is none. */
function separatorOf(content: string): string {
  const counts = SEPARATORS.map(() => 0);
  let isQuoted = false;
  for (const character of content.slice(0, LIMITS.cellCharacters)) {
    if (character === '"') isQuoted = !isQuoted;
    else if (character === '\n' && !isQuoted) break;
    const kind = isQuoted ? -1 : SEPARATORS.indexOf(character);
    if (kind >= 0) counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return SEPARATORS[counts.indexOf(Math.max(...counts))] ?? ',';
}

function quoteProblems(file: string, errors: readonly Papa.ParseError[]): ConversionProblem[] {
  const rows = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => (row ?? 0) + 1));
  return [...rows].map((line) => ({
    code: 'broken-quotes' as const,
    file,
    line,
    field: '',
    message: 'A quotation mark is not closed or stands inside a quoted cell; double it ("") or remove it.',
  }));
}

/** A comma in a cell without quotes pushes all further cells into wrong columns; the last ones then have no heading. */
function extraCells(
  file: string,
  heading: readonly string[],
  rows: readonly (readonly string[])[],
): ConversionProblem[] {
  return rows.flatMap((row, position) => {
    const count = row.findLastIndex((cell) => cell.trim() !== '') + 1;
    if (count <= heading.length) return [];
    const message = `The row has ${count} cells and the heading names ${heading.length} columns; put quotes around a cell that holds the separator.`;
    return [{ code: 'extra-cells' as const, file, line: position + 2, field: '', message }];
  });
}

function sizeProblems(file: string, rows: readonly (readonly string[])[]): ConversionProblem[] {
  return rows.flatMap((row, position) => {
    const line = position + 1;
    const problem = (field: string, message: string) => ({ code: 'too-large' as const, file, line, field, message });
    if (row.length > LIMITS.columnsPerSheet) {
      return [problem('', `A row may have at most ${LIMITS.columnsPerSheet} cells; this one has ${row.length}.`)];
    }
    const long = row.findIndex((cell) => cell.length > LIMITS.cellCharacters);
    return long < 0
      ? []
      : [problem(rows[0]?.[long] ?? '', `A cell may have at most ${LIMITS.cellCharacters} characters; shorten it.`)];
  });
}
