import type { ConversionProblem, ProblemLog } from './conversion-problem.ts';
import { isEmpty, type Sheet } from './read-sheet.ts';
import { REQUIRED_FIELDS, type ColumnMapping, type SheetField, type SheetKind } from './sheet-fields.ts';

/** One row of a sheet, read by fields. */
export type SheetRow<K extends SheetKind> = {
  readonly file: string;
  /** The row in the spreadsheet; the heading is 1. */
  readonly line: number;
  /** What stands in the field's cell, with single spaces; empty if nothing does, or no column gives the field. */
  read(field: SheetField<K>): string;
  /** The items of the field's cell, parted by `;`, `|` or line breaks. */
  readList(field: SheetField<K>): readonly string[];
  /** The heading of the field's column, or the field's name. */
  headingOf(field: SheetField<K>): string;
  /** Reports a problem; the row makes no record then. */
  report(field: SheetField<K>, code: ConversionProblem['code'], message: string): void;
  isSound(): boolean;
};

/** The rows of a sheet that are not empty; none, and a problem each, where a required column is missing. */
export function readRows<K extends SheetKind>(
  kind: K,
  sheet: Sheet,
  mapping: ColumnMapping<K>,
  log: ProblemLog,
): readonly SheetRow<K>[] {
  const columns: Readonly<Partial<Record<string, number>>> = mapping;
  const missing = REQUIRED_FIELDS[kind].filter((field) => columns[field] === undefined);
  for (const field of missing) {
    const message = `No column gives "${field}", which the ${kind} sheet needs; name one so, or map one to it.`;
    log.add({ code: 'missing-column', file: sheet.file, line: 1, field, message });
  }
  if (missing.length > 0) return [];
  return sheet.rows.flatMap((cells, position) =>
    isEmpty(cells) ? [] : [readRow<K>(sheet, cells, position + 2, columns, log)],
  );
}

function readRow<K extends SheetKind>(
  { file, heading }: Sheet,
  cells: readonly string[],
  line: number,
  columns: Readonly<Partial<Record<string, number>>>,
  log: ProblemLog,
): SheetRow<K> {
  let sound = true;
  const cellOf = (field: string): string => cells[columns[field] ?? -1] ?? '';
  const headingOf = (field: string): string => heading[columns[field] ?? -1] || field;
  return {
    file,
    line,
    read: (field) => collapse(cellOf(field)),
    readList: (field) =>
      cellOf(field)
        .split(/[;；|\n]/)
        .map(collapse)
        .filter((item) => item !== ''),
    headingOf,
    report(field, code, message) {
      sound = false;
      log.add({ code, file, line, field: headingOf(field), message: `${headingOf(field)}: ${message}` });
    },
    isSound: () => sound,
  };
}

const collapse = (cell: string): string => cell.replaceAll(/\s+/g, ' ').trim();
