import { ProblemLog } from './conversion-problem.ts';
import { SHEET_FIELDS, type ColumnMapping, type SheetField, type SheetKind } from './sheet-fields.ts';
import type { Sheet } from './read-sheet.ts';
import { readRows } from './sheet-rows.ts';

/** A row as the mapping understands it: what it gives for each field that has a column. */
export type PreviewRow<K extends SheetKind = SheetKind> = {
  readonly line: number;
  readonly cells: readonly { readonly field: SheetField<K>; readonly text: string }[];
};

/** The first rows of a sheet by fields, for a look before the conversion. None while a required column is missing. */
export function previewRows<K extends SheetKind>(
  kind: K,
  sheet: Sheet,
  mapping: ColumnMapping<K>,
  count: number,
): readonly PreviewRow<K>[] {
  const columns: Readonly<Partial<Record<string, number>>> = mapping;
  const fields: readonly SheetField<K>[] = SHEET_FIELDS[kind];
  const mapped = fields.filter((field) => columns[field] !== undefined);
  const first = { ...sheet, rows: sheet.rows.slice(0, count) };
  return readRows(kind, first, mapping, new ProblemLog()).map((row) => ({
    line: row.line,
    cells: mapped.map((field) => ({ field, text: row.read(field) })),
  }));
}
