import type { MappedSheet } from '../core/converting/convert-sheets.ts';
import { guessMapping, guessSheetKind } from '../core/converting/guess-mapping.ts';
import { mapColumn } from '../core/converting/map-column.ts';
import { previewRows, type PreviewRow } from '../core/converting/preview-rows.ts';
import type { Sheet } from '../core/converting/read-sheet.ts';
import { REQUIRED_FIELDS, SHEET_FIELDS, type SheetField, type SheetKind } from '../core/converting/sheet-fields.ts';

/** A sheet in the wizard: what it holds and how, or that it is left out. */
export type WizardSheet = MappedSheet | { readonly kind: null; readonly sheet: Sheet };

/** A sheet with the kind and the columns that its heading suggests. */
export const guessSheet = (sheet: Sheet): WizardSheet => withKind(sheet, guessSheetKind(sheet.heading));

/** The sheet as another kind, its columns guessed anew. */
export function withKind(sheet: Sheet, kind: SheetKind | null): WizardSheet {
  switch (kind) {
    case 'entities':
      return { kind, sheet, mapping: guessMapping(kind, sheet.heading) };
    case 'facts':
      return { kind, sheet, mapping: guessMapping(kind, sheet.heading) };
    case 'sources':
      return { kind, sheet, mapping: guessMapping(kind, sheet.heading) };
    case null:
      return { kind, sheet };
  }
}

/** A field of a sheet, the column that gives it, and whether it must have one. */
export type FieldChoice = { readonly field: SheetField; readonly column: number | null; readonly isRequired: boolean };

/** The fields that the sheet's kind has. */
export function fieldChoices({ kind, mapping }: MappedSheet): readonly FieldChoice[] {
  const columns: Readonly<Partial<Record<string, number>>> = mapping;
  const required: readonly string[] = REQUIRED_FIELDS[kind];
  return SHEET_FIELDS[kind].map((field) => ({
    field,
    column: columns[field] ?? null,
    isRequired: required.includes(field),
  }));
}

/** The sheet with a field given by another column. A field that its kind has not changes nothing. */
export function withColumn(mapped: MappedSheet, field: SheetField, column: number | null): MappedSheet {
  const change = <K extends SheetKind>(kind: K, mapping: Parameters<typeof mapColumn<K>>[0]) => {
    const own = SHEET_FIELDS[kind].find((known) => known === field);
    return own === undefined ? mapping : mapColumn<K>(mapping, own, column);
  };
  switch (mapped.kind) {
    case 'entities':
      return { ...mapped, mapping: change(mapped.kind, mapped.mapping) };
    case 'facts':
      return { ...mapped, mapping: change(mapped.kind, mapped.mapping) };
    case 'sources':
      return { ...mapped, mapping: change(mapped.kind, mapped.mapping) };
  }
}

/** The first rows as they are understood. */
export function previewOf(mapped: MappedSheet, count: number): readonly PreviewRow[] {
  switch (mapped.kind) {
    case 'entities':
      return previewRows(mapped.kind, mapped.sheet, mapped.mapping, count);
    case 'facts':
      return previewRows(mapped.kind, mapped.sheet, mapped.mapping, count);
    case 'sources':
      return previewRows(mapped.kind, mapped.sheet, mapped.mapping, count);
  }
}

/** Whether the sheet has every column it needs. */
export const isMapped = (mapped: MappedSheet): boolean =>
  fieldChoices(mapped).every(({ isRequired, column }) => !isRequired || column !== null);
