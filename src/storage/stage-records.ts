import { unwrap, type IDBPTransaction, type StoreNames } from 'idb';
import type { OrdinaryWordFinder } from '../core/linking/analyzer.ts';
import type { PackRecord } from '../core/model/fact-pack.ts';
import type { TrackedAlias } from '../core/model/mention.ts';
import { trackedAliases, wordToLookUp } from '../core/packs/tracked-aliases.ts';
import type { RecordRef } from '../core/packs/pack-patch.ts';
import { collectAliasPages } from './alias-pages.ts';
import {
  GENERATION_STORES,
  generationRange,
  type AliasPageRow,
  type Database,
  type Generation,
  type GenerationRow,
  type SidelightSchema,
} from './database.ts';
import { fingerprintsOf, recordRow } from './record-rows.ts';

/** Writes of one transaction. 1 000 to 4 000 is what the dictionary extensions we know settled on. */
const BATCH_SIZE = 1000;
/** Pages of aliases of one transaction: a megabyte or two. */
const PAGE_BATCH_SIZE = 500;

const RECORD_STORES = ['entities', 'facts', 'sources', 'conflicts', 'generations'] as const;

/** Collects the records of one import under a generation that nothing reads until a version points to it. */
export type Staging = {
  readonly generation: Generation;
  /** Stages a record; waits only while an earlier batch is still being written. */
  add(record: PackRecord): Promise<void>;
  /** Notes that records of earlier layers are hidden by this generation: removed, or replaced by one of the same id. */
  hide(records: readonly RecordRef[]): Promise<void>;
  /** Writes what is left and returns what was staged. */
  finish(): Promise<StagedCounts>;
  /** Waits until no write is under way, however it ended: before that, its rows must not be swept. */
  settled(): Promise<void>;
};

/** The rows of each store. */
export type RowCounts = Readonly<Record<(typeof GENERATION_STORES)[number], number>>;

export type StagedCounts = RowCounts & { readonly aliases: number };

export type StagingOptions = {
  readonly pack: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** The upload that is read: an import of it that was cut off goes on where it stood. */
  readonly upload?: number | null;
  readonly findOrdinaryWords?: OrdinaryWordFinder;
};

/** Begins an import, or goes on with one that a crash cut off. */
export async function stageRecords(database: Database, options: StagingOptions): Promise<Staging> {
  const { pack, upload = null, findOrdinaryWords = () => Promise.resolve([]) } = options;
  const begun = upload === null ? null : await findBegun(database, upload);
  const row: GenerationRow = begun?.row ?? { startedAt: options.now, upload, written: 0 };
  const generation = begun?.generation ?? (await database.add('generations', row));
  const counts = { entities: 0, aliases: 0, aliasPages: 0, facts: 0, sources: 0, conflicts: 0, replaced: 0 };
  const aliasPages = collectAliasPages();
  let batch: PackRecord[] = [];
  let added = 0;
  let writing: Promise<void> = Promise.resolve();

  const write = async (records: readonly PackRecord[], upTo: number): Promise<void> => {
    const aliases = records.map((record) => (record.type === 'entity' ? trackedAliases(pack, record.entity) : []));
    // Before the transaction: one that waits for something else ends by itself.
    const ordinary = await findOrdinary(aliases.flat(), findOrdinaryWords);
    const rows = records.map((record, index) => {
      const words = new Set(ordinary.size === 0 ? [] : aliases[index]?.flatMap((alias) => wordToLookUp(alias) ?? []));
      return recordRow(
        generation,
        record,
        [...words].filter((word) => ordinary.has(word)),
      );
    });
    for (const { store } of rows) counts[store]++;
    for (const [index, record] of records.entries()) {
      if (record.type !== 'entity') continue;
      const fingerprints = fingerprintsOf(aliases[index] ?? []);
      aliasPages.add(record.entity.id, fingerprints);
      counts.aliases += fingerprints.length;
    }
    // Written before the crash that this import goes on after; only the counts and aliases were still needed.
    if (upTo <= (row.written ?? 0)) return;
    const transaction = database.transaction(RECORD_STORES, 'readwrite', { durability: 'relaxed' });
    for (const staged of rows) put(transaction, staged.store, staged.row);
    put(transaction, 'generations', { ...row, written: upTo }, generation);
    await transaction.done;
  };

  const writeAliasPages = async (): Promise<void> => {
    // Those of an earlier attempt, which may have been cut off half-way.
    await database.delete('aliasPages', generationRange(generation));
    let pages: AliasPageRow[] = [];
    const writePages = async (): Promise<void> => {
      const transaction = database.transaction('aliasPages', 'readwrite', { durability: 'relaxed' });
      for (const page of pages) put(transaction, 'aliasPages', page);
      counts.aliasPages += pages.length;
      pages = [];
      await transaction.done;
    };
    for (const page of aliasPages.finish(generation)) {
      if (page === undefined) await pause();
      else pages.push(page);
      if (pages.length >= PAGE_BATCH_SIZE) await writePages();
    }
    if (pages.length > 0) await writePages();
  };

  /** Writes the batch while the next one is read: at most one is under way. */
  const flush = async (): Promise<void> => {
    const records = batch;
    batch = [];
    await writing;
    writing = write(records, added);
    // Whoever adds or finishes next hears of it; until then it must not count as unhandled.
    writing.catch(() => {});
  };

  return {
    generation,
    async add(record) {
      batch.push(record);
      added++;
      if (batch.length >= BATCH_SIZE) await flush();
    },
    async hide(records) {
      const transaction = database.transaction('replaced', 'readwrite', { durability: 'relaxed' });
      for (const { kind, id } of records) put(transaction, 'replaced', { generation, kind, id });
      await transaction.done;
      counts.replaced += records.length;
    },
    async finish() {
      await flush();
      await writing;
      writing = writeAliasPages();
      await writing;
      return counts;
    },
    settled: () => writing.catch(() => {}),
  };
}

/**
 * Puts a row without a promise for it, which would cost as much as a tenth of the writing: if one put fails, the transaction
 * does.
 */
function put<S extends ArrayLike<StoreNames<SidelightSchema>>, N extends S[number]>(
  transaction: IDBPTransaction<SidelightSchema, S, 'readwrite'>,
  store: N,
  row: SidelightSchema[N]['value'],
  key?: number,
): void {
  unwrap(transaction).objectStore(store).put(row, key);
}

const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

async function findBegun(
  database: Database,
  upload: number,
): Promise<{ generation: Generation; row: GenerationRow } | null> {
  const transaction = database.transaction('generations');
  for (let cursor = await transaction.store.openCursor(); cursor !== null; cursor = await cursor.continue())
    if (cursor.value.upload === upload) return { generation: cursor.key, row: cursor.value };
  return null;
}

/** The words among the aliases that are ordinary ones too. What nobody could look up is taken for a name. */
export async function findOrdinary(
  aliases: readonly TrackedAlias[],
  findOrdinaryWords: OrdinaryWordFinder,
): Promise<ReadonlySet<string>> {
  const words = [...new Set(aliases.flatMap((alias) => wordToLookUp(alias) ?? []))];
  return new Set(words.length === 0 ? [] : await findOrdinaryWords(words).catch(() => []));
}

/** Counts the rows that a generation really has in the store. */
export async function countGeneration(database: Database, generation: Generation): Promise<RowCounts> {
  const transaction = database.transaction(GENERATION_STORES);
  const count = (name: (typeof GENERATION_STORES)[number]): Promise<number> =>
    transaction.objectStore(name).count(generationRange(generation));
  const [entities, aliasPages, facts, sources, conflicts, replaced] = await Promise.all(GENERATION_STORES.map(count));
  return {
    ...{ entities: entities ?? 0, aliasPages: aliasPages ?? 0, facts: facts ?? 0 },
    ...{ sources: sources ?? 0, conflicts: conflicts ?? 0, replaced: replaced ?? 0 },
  };
}

/** Whether the store holds as many rows as were staged. */
export async function isComplete(database: Database, generation: Generation, staged: RowCounts): Promise<boolean> {
  const stored = await countGeneration(database, generation);
  return GENERATION_STORES.every((name) => stored[name] === staged[name]);
}
