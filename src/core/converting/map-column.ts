import type { ColumnMapping, SheetField, SheetKind } from './sheet-fields.ts';

/** The mapping with a field given by another column, or by none. No other field keeps that column. */
export function mapColumn<K extends SheetKind>(
  mapping: ColumnMapping<K>,
  field: SheetField<K>,
  column: number | null,
): ColumnMapping<K> {
  const columns: Readonly<Partial<Record<string, number>>> = mapping;
  const others = Object.entries(columns).filter(([name, taken]) => name !== field && taken !== column);
  return Object.fromEntries(column === null ? others : [...others, [field, column]]) as ColumnMapping<K>;
}
