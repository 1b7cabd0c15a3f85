import { ENTITY_TYPES, type EntityRef, type EntityType } from '../model/entity.ts';
import { printDay } from './date-span.ts';
import type { LibraryTable } from './library-table.ts';

/** Where a row has what was looked for, if not in its name. */
export const FOUND_IN = ['name', 'alias', 'fact', 'source'] as const;
export type FoundIn = (typeof FOUND_IN)[number];

/** A row of the library as a list shows it. */
export type LibraryRow = {
  readonly ref: EntityRef;
  readonly name: string;
  readonly type: EntityType;
  /** Titles of the packs that know it. */
  readonly packs: readonly string[];
  readonly factCount: number;
  /** The date of its newest fact; null if none is dated. */
  readonly newest: string | null;
  readonly isDisputed: boolean;
  readonly isNew: boolean;
  /** Null where nothing was looked for. */
  readonly foundIn: FoundIn | null;
};

export function readRow(table: LibraryTable, row: number, foundIn: FoundIn | null): LibraryRow {
  const members = Array.from(
    { length: (table.starts[row + 1] ?? 0) - (table.starts[row] ?? 0) },
    (_, place) => (table.starts[row] ?? 0) + place,
  ).flatMap((member) => {
    const pack = table.packs[table.memberPacks[member] ?? 0];
    return pack === undefined ? [] : [{ pack, record: table.memberRecords[member] ?? 0 }];
  });
  const [first] = members;
  if (first === undefined) throw new Error(`the library has no row ${row}`);
  const { records, id: pack } = first.pack;
  return {
    ref: { pack, id: records.ids[first.record] ?? '' },
    name: records.names[first.record] ?? '',
    type: ENTITY_TYPES[records.types[first.record] ?? 0] ?? 'concept',
    packs: members.map((member) => member.pack.title),
    factCount: table.factCounts[row] ?? 0,
    newest: printDay(table.newest[row] ?? 0),
    isDisputed: members.some((member) => member.pack.records.disputed[member.record] === 1),
    isNew: members.some((member) => member.pack.news?.[member.record] === 1),
    foundIn,
  };
}
