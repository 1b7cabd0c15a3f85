import type { OrdinaryWordFinder } from '../core/linking/analyzer.ts';
import type { TrackedAlias } from '../core/model/mention.ts';
import type { PackHeader, PackRecord } from '../core/model/fact-pack.ts';
import { aliasKeys } from '../core/matching/alias-key.ts';
import { markOrdinary, trackedAliases, wordToLookUp } from '../core/packs/tracked-aliases.ts';
import {
  GENERATION_STORES,
  generationRange,
  ownedKey,
  type AliasRow,
  type Database,
  type Generation,
  type PackRow,
} from './database.ts';

/** Writes of one transaction. 1 000 to 4 000 is what the dictionary extensions we know settled on. */
const BATCH_SIZE = 1000;
/** Rows that one slice of clean-up removes, so that reads get in between. */
const SWEEP_SIZE = 5000;

/** Collects the records of one import under a generation that nothing reads until it is activated. */
export type StagedGeneration = {
  readonly generation: Generation;
  add(record: PackRecord): Promise<void>;
  /** Writes what is left and returns what was staged. */
  finish(): Promise<StagedCounts>;
};

export type StagedCounts = Record<(typeof GENERATION_STORES)[number], number>;

/** Begins an import. `now` is milliseconds since the epoch. */
export async function stageGeneration(
  database: Database,
  pack: string,
  now: number,
  findOrdinaryWords: OrdinaryWordFinder = () => Promise.resolve([]),
): Promise<StagedGeneration> {
  const generation = await database.add('generations', { startedAt: now });
  const counts: StagedCounts = { entities: 0, aliases: 0, facts: 0, sources: 0, conflicts: 0 };
  let batch: PackRecord[] = [];
  let serial = 0;

  const flush = async (): Promise<void> => {
    const records = batch;
    batch = [];
    // Before the transaction: one that waits for something else ends by itself.
    const aliases = await markOrdinaryAliases(pack, records, findOrdinaryWords);
    const transaction = database.transaction(GENERATION_STORES, 'readwrite', { durability: 'relaxed' });
    const writes = records.map((record) => write(record));
    await Promise.all([...writes, transaction.done]);

    async function write(record: PackRecord): Promise<void> {
      switch (record.type) {
        case 'source':
          counts.sources++;
          await transaction.objectStore('sources').put({ generation, id: record.source.id, source: record.source });
          return;
        case 'fact': {
          counts.facts++;
          const { fact } = record;
          const subjects = fact.subjects.map((id) => ownedKey(generation, id));
          await transaction.objectStore('facts').put({ generation, id: fact.id, fact, subjects });
          return;
        }
        case 'conflict': {
          counts.conflicts++;
          const { conflict } = record;
          const facts = conflict.facts.map((id) => ownedKey(generation, id));
          await transaction.objectStore('conflicts').put({ generation, id: conflict.id, conflict, facts });
          return;
        }
        case 'entity': {
          counts.entities++;
          const { entity } = record;
          const store = transaction.objectStore('aliases');
          const rows = (aliases.get(entity.id) ?? []).flatMap((tracked): AliasRow[] => {
            const keys = aliasKeys(tracked.alias.text);
            return keys === null ? [] : [{ generation, fingerprint: keys.fingerprint, serial: serial++, tracked }];
          });
          counts.aliases += rows.length;
          await Promise.all([
            transaction.objectStore('entities').put({ generation, id: entity.id, entity }),
            ...rows.map((row) => store.put(row)),
          ]);
        }
      }
    }
  };

  return {
    generation,
    async add(record) {
      batch.push(record);
      if (batch.length >= BATCH_SIZE) await flush();
    },
    async finish() {
      await flush();
      return counts;
    },
  };
}

/** The aliases of a batch by entity. What nobody could look up is taken for a name. */
async function markOrdinaryAliases(
  pack: string,
  records: readonly PackRecord[],
  findOrdinaryWords: OrdinaryWordFinder,
): Promise<ReadonlyMap<string, readonly TrackedAlias[]>> {
  const tracked = records.flatMap((record) => (record.type === 'entity' ? trackedAliases(pack, record.entity) : []));
  const words = [...new Set(tracked.flatMap((alias) => wordToLookUp(alias) ?? []))];
  const ordinary = words.length === 0 ? [] : await findOrdinaryWords(words).catch(() => []);
  return Map.groupBy(markOrdinary(tracked, new Set(ordinary)), (alias) => alias.entity.id);
}

/** Counts the rows that a generation really has in the store. */
export async function countGeneration(database: Database, generation: Generation): Promise<StagedCounts> {
  const transaction = database.transaction(GENERATION_STORES);
  const counted = await Promise.all(
    GENERATION_STORES.map(async (name) => [
      name,
      await transaction.objectStore(name).count(generationRange(generation)),
    ]),
  );
  return Object.fromEntries(counted) as StagedCounts;
}

/**
 * Makes a staged generation the one in use: one strict transaction over one row, so that after a crash either the old or
 * the new pack is there, whole. The generation it replaces is kept for rollback.
 */
export async function activateGeneration(
  database: Database,
  header: PackHeader,
  staged: { readonly generation: Generation; readonly counts: StagedCounts },
  now: number,
): Promise<PackRow> {
  const transaction = database.transaction('packs', 'readwrite', { durability: 'strict' });
  const existing = await transaction.store.get(header.id);
  const order = existing?.order ?? (await transaction.store.count());
  const { entities, facts, sources, conflicts, aliases } = staged.counts;
  const row: PackRow = {
    id: header.id,
    header,
    activeGeneration: staged.generation,
    previousGeneration: existing?.activeGeneration ?? null,
    counts: { entities, facts, sources, conflicts, aliases },
    order,
    enabled: existing?.enabled ?? true,
    importedAt: now,
  };
  await transaction.store.put(row);
  await transaction.done;
  return row;
}

/** Removes the rows of generations that no pack points to, in slices. Not to be run during an import. */
export async function sweepGenerations(database: Database): Promise<void> {
  const packs = await database.getAll('packs');
  const kept = new Set(packs.flatMap((pack) => [pack.activeGeneration, pack.previousGeneration]));
  for (const generation of await database.getAllKeys('generations')) {
    if (kept.has(generation)) continue;
    for (const name of GENERATION_STORES) await sweepStore(database, name, generation);
    await database.delete('generations', generation);
  }
}

async function sweepStore(
  database: Database,
  name: (typeof GENERATION_STORES)[number],
  generation: Generation,
): Promise<void> {
  const range = generationRange(generation);
  for (;;) {
    const transaction = database.transaction(name, 'readwrite', { durability: 'relaxed' });
    const keys = await transaction.store.getAllKeys(range, SWEEP_SIZE);
    const last = keys.at(-1);
    if (last !== undefined) await transaction.store.delete(IDBKeyRange.bound([generation], last));
    await transaction.done;
    if (keys.length < SWEEP_SIZE) return;
  }
}
