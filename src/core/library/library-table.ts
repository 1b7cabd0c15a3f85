import type { EntityRef } from '../model/entity.ts';
import { certaintyOf, qualityOf, type LibraryRecords } from './library-records.ts';
import { pickInOrder } from './sort-rows.ts';

/** A pack of the library. */
export type LibraryPack = {
  readonly id: string;
  readonly title: string;
  readonly records: LibraryRecords;
  /** 1 for each record of which something is new; null where nothing is. */
  readonly news: Uint8Array | null;
};

/**
 * The rows of the library: one for each entity, whichever packs know it. A row has one record or more, the first of which
 * gives it its name.
 */
export type LibraryTable = {
  readonly packs: readonly LibraryPack[];
  readonly count: number;
  /** Where the records of each row begin in the next two; one more closes the last. */
  readonly starts: Uint32Array;
  readonly memberPacks: Uint16Array;
  readonly memberRecords: Uint32Array;
  /** For each pack, the row of each of its records. */
  readonly rowOf: readonly Uint32Array[];
  /** Of each row: its place in `ENTITY_TYPES`; bits of the certainties and qualities of its facts; {@link FLAGS}. */
  readonly types: Uint8Array;
  readonly certainties: Uint8Array;
  readonly qualities: Uint8Array;
  readonly flags: Uint8Array;
  readonly factCounts: Uint32Array;
  readonly newest: Uint32Array;
  /** All rows in the order of their folded names. */
  readonly byName: Uint32Array;
  readonly byNewest: Uint32Array;
  readonly byFacts: Uint32Array;
};

export const FLAGS = { disputed: 1, new: 2 } as const;

/**
 * Puts the records of packs together.
 *
 * @param packs in the order in which they give rows their names.
 * @param clusters records of several packs that are about one entity.
 */
export function assembleTable(
  packs: readonly LibraryPack[],
  clusters: readonly (readonly EntityRef[])[],
): LibraryTable {
  const total = packs.reduce((sum, { records }) => sum + records.ids.length, 0);
  const starts = new Uint32Array(total + 1);
  const memberPacks = new Uint16Array(total);
  const memberRecords = new Uint32Array(total);
  const rowOf = packs.map(({ records }) => new Uint32Array(records.ids.length));
  const placed = packs.map(({ records }) => new Uint8Array(records.ids.length));
  const clusterOf = placeClusters(packs, clusters);
  let count = 0;
  let members = 0;
  const place = (pack: number, record: number): void => {
    const [taken, rows] = [placed[pack], rowOf[pack]];
    if (taken === undefined || rows === undefined || taken[record] !== 0) return;
    taken[record] = 1;
    rows[record] = count;
    memberPacks[members] = pack;
    memberRecords[members] = record;
    members++;
  };
  for (const [pack, { records }] of packs.entries())
    for (let record = 0; record < records.ids.length; record++) {
      if (placed[pack]?.[record] !== 0) continue;
      place(pack, record);
      for (const [otherPack, otherRecord] of clusterOf.get(pack)?.get(record) ?? []) place(otherPack, otherRecord);
      starts[++count] = members;
    }
  const rows = { starts: starts.slice(0, count + 1), memberPacks, memberRecords };
  return { packs, count, ...rows, rowOf, ...sumUp(packs, rows, count), ...orderRows(packs, rows, count) };
}

type Members = Pick<LibraryTable, 'starts' | 'memberPacks' | 'memberRecords'>;

function orderRows(packs: readonly LibraryPack[], { starts, memberPacks, memberRecords }: Members, count: number) {
  const factCounts = new Uint32Array(count);
  const newest = new Uint32Array(count);
  const keys: string[] = [];
  for (let row = 0; row < count; row++)
    for (let member = starts[row] ?? 0; member < (starts[row + 1] ?? 0); member++) {
      const records = packs[memberPacks[member] ?? 0]?.records;
      const record = memberRecords[member] ?? 0;
      if (records === undefined) continue;
      if (member === starts[row]) keys.push(records.keys[record] ?? '');
      factCounts[row] =
        (factCounts[row] ?? 0) + (records.factStarts[record + 1] ?? 0) - (records.factStarts[record] ?? 0);
      newest[row] = Math.max(newest[row] ?? 0, records.newest[record] ?? 0);
    }
  const byName = Uint32Array.from(keys.keys()).sort((a, b) => compare(keys[a] ?? '', keys[b] ?? ''));
  return {
    ...{ factCounts, newest, byName },
    byNewest: pickInOrder(byName, (row) => newest[row] ?? 0),
    byFacts: pickInOrder(byName, (row) => factCounts[row] ?? 0),
  };
}

/** What the records of each row come to, so that most questions need not look at them. */
function sumUp(packs: readonly LibraryPack[], { starts, memberPacks, memberRecords }: Members, count: number) {
  const types = new Uint8Array(count);
  const certainties = new Uint8Array(count);
  const qualities = new Uint8Array(count);
  const flags = new Uint8Array(count);
  for (let row = 0; row < count; row++) {
    const start = starts[row] ?? 0;
    let [certain, quality, flag] = [0, 0, 0];
    for (let member = start; member < (starts[row + 1] ?? 0); member++) {
      const pack = packs[memberPacks[member] ?? 0];
      const record = memberRecords[member] ?? 0;
      if (pack === undefined) continue;
      const { records, news } = pack;
      if (member === start) types[row] = records.types[record] ?? 0;
      if (records.disputed[record] === 1) flag |= FLAGS.disputed;
      if (news?.[record] === 1) flag |= FLAGS.new;
      const end = records.factStarts[record + 1] ?? 0;
      for (let fact = records.factStarts[record] ?? 0; fact < end; fact++) {
        const traits = records.traits[fact] ?? 0;
        certain |= 1 << certaintyOf(traits);
        quality |= 1 << qualityOf(traits);
      }
    }
    certainties[row] = certain;
    qualities[row] = quality;
    flags[row] = flag;
  }
  return { types, certainties, qualities, flags };
}

type Places = Map<number, Map<number, (readonly [number, number])[]>>;

/** For each record of a cluster, by pack and number, those of the whole cluster in the order of the packs. */
function placeClusters(packs: readonly LibraryPack[], clusters: readonly (readonly EntityRef[])[]): Places {
  const wanted = new Map<string, Set<string>>();
  for (const { pack, id } of clusters.flat()) wanted.set(pack, (wanted.get(pack) ?? new Set()).add(id));
  const found = new Map<string, readonly [number, number]>();
  for (const [pack, { id, records }] of packs.entries()) {
    const ids = wanted.get(id);
    if (ids === undefined) continue;
    for (const [record, entity] of records.ids.entries())
      if (ids.has(entity)) found.set(`${id}/${entity}`, [pack, record]);
  }
  const places: Places = new Map();
  for (const cluster of clusters) {
    const group = cluster.flatMap(({ pack, id }) => {
      const place = found.get(`${pack}/${id}`);
      return place === undefined ? [] : [place];
    });
    const sorted = group.toSorted(([a], [b]) => a - b);
    for (const [pack, record] of sorted) {
      const ofPack = places.get(pack) ?? new Map<number, (readonly [number, number])[]>();
      places.set(pack, ofPack.set(record, sorted));
    }
  }
  return places;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
