import { ENTITY_TYPES, type EntityType } from '../model/entity.ts';
import { CERTAINTIES, QUALITIES, type Certainty, type Quality } from '../model/fact.ts';
import { spanOf } from './date-span.ts';
import { certaintyOf, qualityOf, type LibraryRecords } from './library-records.ts';
import type { LibraryQuery } from './library-query.ts';
import { FLAGS, type LibraryTable } from './library-table.ts';

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
  const packs = new Uint32Array(table.packs.length);
  const types = new Uint32Array(ENTITY_TYPES.length);
  // By sets, which are bits: a row is in one of each.
  const certaintySets = new Uint32Array(1 << CERTAINTIES.length);
  const qualitySets = new Uint32Array(1 << QUALITIES.length);
  const flagSets = { disputed: 0, new: 0 };
  const kept = new Uint32Array(rows.length);
  let count = 0;
  for (let place = 0; place < rows.length; place++) {
    const row = rows[place] ?? 0;
    const { fails, certainties, qualities } = test(row);
    const flags = table.flags[row] ?? 0;
    if (fails === 0) kept[count++] = row;
    if ((fails & ~FAILS.packs) === 0) addPacks(table, row, packs);
    if ((fails & ~FAILS.types) === 0) addOne(types, table.types[row] ?? 0);
    if ((fails & ~FAILS.facts) === 0) {
      addOne(certaintySets, certainties);
      addOne(qualitySets, qualities);
    }
    if ((flags & FLAGS.disputed) !== 0 && (fails & ~FAILS.disputed) === 0) flagSets.disputed++;
    if ((flags & FLAGS.new) !== 0 && (fails & ~FAILS.new) === 0) flagSets.new++;
  }
  return {
    rows: kept.slice(0, count),
    counts: {
      packs: Object.fromEntries(table.packs.map(({ id }, place) => [id, packs[place] ?? 0])),
      types: byName(ENTITY_TYPES, types),
      certainties: byName(CERTAINTIES, countBits(CERTAINTIES.length, certaintySets)),
      qualities: byName(QUALITIES, countBits(QUALITIES.length, qualitySets)),
      ...flagSets,
    },
  };
}

/** What of a row depends on the query. */
type RowTraits = {
  fails: number;
  /** Bits of those that a fact has which fits all else that is asked of facts. */
  certainties: number;
  qualities: number;
};

const ALL = ~0;

/** Tests one row after another; what it gives is the same object each time, so that a hundred thousand rows cost none. */
function createTest(table: LibraryTable, query: LibraryQuery): (row: number) => RowTraits {
  const isPackWanted = table.packs.map(({ id }) => query.packs.includes(id));
  const types = bitsOf(ENTITY_TYPES, query.types);
  const certainties = bitsOf(CERTAINTIES, query.certainties);
  const qualities = bitsOf(QUALITIES, query.qualities);
  const from = query.from === '' ? 0 : spanOf(query.from).first;
  const to = query.to === '' ? Number.POSITIVE_INFINITY : spanOf(query.to).last;
  const isAnyDate = query.from === '' && query.to === '';
  const isAnyFact = certainties === ALL && qualities === ALL && isAnyDate;
  const flags = (query.isDisputed ? FLAGS.disputed : 0) | (query.isNew ? FLAGS.new : 0);
  const traits: RowTraits = { fails: 0, certainties: 0, qualities: 0 };

  /** Whether one fact fits all that is asked of facts. */
  function readFacts(records: LibraryRecords, record: number): boolean {
    const end = records.factStarts[record + 1] ?? 0;
    let isFound = false;
    for (let fact = records.factStarts[record] ?? 0; fact < end; fact++) {
      const last = records.lastDays[fact] ?? 0;
      if (!isAnyDate && (last === 0 || last < from || (records.firstDays[fact] ?? 0) > to)) continue;
      const byte = records.traits[fact] ?? 0;
      const certainty = 1 << certaintyOf(byte);
      const quality = 1 << qualityOf(byte);
      if ((quality & qualities) !== 0) traits.certainties |= certainty;
      if ((certainty & certainties) !== 0) traits.qualities |= quality;
      isFound ||= (quality & qualities) !== 0 && (certainty & certainties) !== 0;
    }
    return isFound;
  }

  function hasFact(row: number): boolean {
    let isFound = false;
    traits.certainties = 0;
    traits.qualities = 0;
    for (let member = table.starts[row] ?? 0; member < (table.starts[row + 1] ?? 0); member++) {
      const pack = table.packs[table.memberPacks[member] ?? 0];
      if (pack !== undefined && readFacts(pack.records, table.memberRecords[member] ?? 0)) isFound = true;
    }
    return isFound;
  }

  function isOfPack(row: number): boolean {
    for (let member = table.starts[row] ?? 0; member < (table.starts[row + 1] ?? 0); member++)
      if (isPackWanted[table.memberPacks[member] ?? 0] === true) return true;
    return false;
  }

  return (row) => {
    const missing = flags & ~(table.flags[row] ?? 0);
    let fails = 0;
    if (query.packs.length > 0 && !isOfPack(row)) fails |= FAILS.packs;
    if (((1 << (table.types[row] ?? 0)) & types) === 0) fails |= FAILS.types;
    if ((missing & FLAGS.disputed) !== 0) fails |= FAILS.disputed;
    if ((missing & FLAGS.new) !== 0) fails |= FAILS.new;
    if (isAnyFact) {
      traits.certainties = table.certainties[row] ?? 0;
      traits.qualities = table.qualities[row] ?? 0;
    } else if (!hasFact(row)) fails |= FAILS.facts;
    traits.fails = fails;
    return traits;
  };
}

/** The chosen ones as bits; all where none is chosen. */
const bitsOf = <T>(all: readonly T[], chosen: readonly T[]): number =>
  chosen.length === 0 ? ALL : chosen.reduce((bits, choice) => bits | (1 << all.indexOf(choice)), 0);

function addPacks(table: LibraryTable, row: number, counts: Uint32Array): void {
  for (let member = table.starts[row] ?? 0; member < (table.starts[row + 1] ?? 0); member++)
    addOne(counts, table.memberPacks[member] ?? 0);
}

function addOne(counts: Uint32Array, place: number): void {
  counts[place] = (counts[place] ?? 0) + 1;
}

/** How many of the counted sets have each of their bits. */
function countBits(bits: number, sets: Uint32Array): Uint32Array {
  const counts = new Uint32Array(bits);
  for (const [set, count] of sets.entries())
    for (let bit = 0; bit < bits; bit++) if (((set >> bit) & 1) === 1) counts[bit] = (counts[bit] ?? 0) + count;
  return counts;
}

const byName = <Name extends string>(names: readonly Name[], counts: Uint32Array) =>
  Object.fromEntries(names.map((name, place) => [name, counts[place] ?? 0])) as Record<Name, number>;
