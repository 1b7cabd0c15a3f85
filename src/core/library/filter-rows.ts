import { ENTITY_TYPES, type EntityType } from '../model/entity.ts';
import { CERTAINTIES, QUALITIES, type Certainty, type Quality } from '../model/fact.ts';
import { spanOf } from './date-span.ts';
import { certaintyOf, qualityOf, type LibraryRecords } from './library-records.ts';
import type { LibraryQuery } from './library-query.ts';
import type { LibraryTable } from './library-table.ts';

/** How many rows there would be with one more choice of a filter, or another one in its place. */
export type LibraryCounts = {
  readonly packs: Readonly<Record<string, number>>;
  readonly types: Readonly<Record<EntityType, number>>;
  readonly certainties: Readonly<Record<Certainty, number>>;
  readonly qualities: Readonly<Record<Quality, number>>;
  readonly disputed: number;
  readonly new: number;
};

/** What a row fails: alone, it is what stands between the row and being counted for that filter. */
const FAILS = { packs: 1, types: 2, facts: 4, disputed: 8, new: 16 } as const;

/** The rows among `rows` that a query lets through, in their order, and what its filters would leave. */
export function filterRows(
  table: LibraryTable,
  query: LibraryQuery,
  rows: Uint32Array,
): { readonly rows: Uint32Array; readonly counts: LibraryCounts } {
  const test = createTest(table, query);
  const counts = {
    packs: new Uint32Array(table.packs.length),
    types: new Uint32Array(ENTITY_TYPES.length),
    certainties: new Uint32Array(CERTAINTIES.length),
    qualities: new Uint32Array(QUALITIES.length),
    disputed: 0,
    new: 0,
  };
  const kept = new Uint32Array(rows.length);
  let count = 0;
  for (const row of rows) {
    const found = test(row);
    const { fails } = found;
    if (fails === 0) kept[count++] = row;
    if ((fails & ~FAILS.packs) === 0) addPacks(table, row, counts.packs);
    if ((fails & ~FAILS.types) === 0) add(counts.types, 1 << found.type);
    if ((fails & ~FAILS.facts) === 0) {
      add(counts.certainties, found.certainties);
      add(counts.qualities, found.qualities);
    }
    if (found.isDisputed && (fails & ~FAILS.disputed) === 0) counts.disputed++;
    if (found.isNew && (fails & ~FAILS.new) === 0) counts.new++;
  }
  return {
    rows: kept.slice(0, count),
    counts: {
      packs: Object.fromEntries(table.packs.map(({ id }, place) => [id, counts.packs[place] ?? 0])),
      types: byName(ENTITY_TYPES, counts.types),
      certainties: byName(CERTAINTIES, counts.certainties),
      qualities: byName(QUALITIES, counts.qualities),
      disputed: counts.disputed,
      new: counts.new,
    },
  };
}

/** What one row is. */
type RowTraits = {
  fails: number;
  type: number;
  /** Bits of those that a fact has which fits all else that is asked of facts. */
  certainties: number;
  qualities: number;
  isDisputed: boolean;
  isNew: boolean;
};

const BLANK: RowTraits = { fails: 0, type: 0, certainties: 0, qualities: 0, isDisputed: false, isNew: false };
const ALL = ~0;

/** Tests one row after another; what it gives is the same object each time, so that a hundred thousand rows cost none. */
function createTest(table: LibraryTable, query: LibraryQuery): (row: number) => RowTraits {
  const isPackWanted = table.packs.map(({ id }) => query.packs.length === 0 || query.packs.includes(id));
  const types = bitsOf(ENTITY_TYPES, query.types);
  const certainties = bitsOf(CERTAINTIES, query.certainties);
  const qualities = bitsOf(QUALITIES, query.qualities);
  const from = query.from === '' ? 0 : spanOf(query.from).first;
  const to = query.to === '' ? Number.POSITIVE_INFINITY : spanOf(query.to).last;
  const isAnyDate = query.from === '' && query.to === '';
  const isAboutFacts = certainties !== ALL || qualities !== ALL || !isAnyDate;
  const traits: RowTraits = { ...BLANK };

  /** Whether one fact fits all that is asked of facts. */
  function readFacts(records: LibraryRecords, record: number): boolean {
    const end = records.factStarts[record + 1] ?? 0;
    let isFound = false;
    for (let fact = records.factStarts[record] ?? 0; fact < end; fact++) {
      const last = records.lastDays[fact] ?? 0;
      if (!isAnyDate && (last === 0 || last < from || (records.firstDays[fact] ?? 0) > to)) continue;
      const byte = records.traits[fact] ?? 0;
      const [certainty, quality] = [1 << certaintyOf(byte), 1 << qualityOf(byte)];
      if ((quality & qualities) !== 0) traits.certainties |= certainty;
      if ((certainty & certainties) !== 0) traits.qualities |= quality;
      isFound ||= (quality & qualities) !== 0 && (certainty & certainties) !== 0;
    }
    return isFound;
  }

  return (row) => {
    Object.assign(traits, BLANK);
    let isOfPack = false;
    let hasFact = false;
    const start = table.starts[row] ?? 0;
    for (let member = start; member < (table.starts[row + 1] ?? 0); member++) {
      const place = table.memberPacks[member] ?? 0;
      const record = table.memberRecords[member] ?? 0;
      const pack = table.packs[place];
      if (pack === undefined) continue;
      if (member === start) traits.type = pack.records.types[record] ?? 0;
      isOfPack ||= isPackWanted[place] === true;
      traits.isDisputed ||= pack.records.disputed[record] === 1;
      traits.isNew ||= pack.news?.[record] === 1;
      if (readFacts(pack.records, record)) hasFact = true;
    }
    if (!isOfPack) traits.fails |= FAILS.packs;
    if (((1 << traits.type) & types) === 0) traits.fails |= FAILS.types;
    if (query.isDisputed && !traits.isDisputed) traits.fails |= FAILS.disputed;
    if (query.isNew && !traits.isNew) traits.fails |= FAILS.new;
    if (isAboutFacts && !hasFact) traits.fails |= FAILS.facts;
    return traits;
  };
}

/** The chosen ones as bits; all where none is chosen. */
const bitsOf = <T>(all: readonly T[], chosen: readonly T[]): number =>
  chosen.length === 0 ? ALL : chosen.reduce((bits, choice) => bits | (1 << all.indexOf(choice)), 0);

function addPacks(table: LibraryTable, row: number, counts: Uint32Array): void {
  for (let member = table.starts[row] ?? 0; member < (table.starts[row + 1] ?? 0); member++) {
    const place = table.memberPacks[member] ?? 0;
    counts[place] = (counts[place] ?? 0) + 1;
  }
}

function add(counts: Uint32Array, bits: number): void {
  for (let place = 0; bits >> place !== 0 && place < counts.length; place++)
    if (((bits >> place) & 1) === 1) counts[place] = (counts[place] ?? 0) + 1;
}

const byName = <Name extends string>(names: readonly Name[], counts: Uint32Array) =>
  Object.fromEntries(names.map((name, place) => [name, counts[place] ?? 0])) as Record<Name, number>;
