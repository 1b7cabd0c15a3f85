import type { OrdinaryWordFinder } from '../core/linking/analyzer.ts';
import type { PackRecord } from '../core/model/fact-pack.ts';
import type { TrackedAlias } from '../core/model/mention.ts';
import { markOrdinary, trackedAliases, wordToLookUp } from '../core/packs/tracked-aliases.ts';
import type { RecordRef } from '../core/packs/pack-patch.ts';
import { GENERATION_STORES, generationRange, type Database, type Generation, type GenerationRow } from './database.ts';
import { aliasRow, recordRow, type StagedRow } from './record-rows.ts';

/** Writes of one transaction. 1 000 to 4 000 is what the dictionary extensions we know settled on. */
const BATCH_SIZE = 1000;

const WRITTEN_STORES = [...GENERATION_STORES, 'generations'] as const;

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

export type StagedCounts = Readonly<Record<(typeof GENERATION_STORES)[number], number>>;

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
  const counts = { entities: 0, aliases: 0, facts: 0, sources: 0, conflicts: 0, replaced: 0 };
  let batch: PackRecord[] = [];
  let added = 0;
  let serial = 0;
  let writing: Promise<void> = Promise.resolve();

  const write = async (records: readonly PackRecord[], upTo: number): Promise<void> => {
    // Before the transaction: one that waits for something else ends by itself.
    const aliases = await markOrdinaryAliases(pack, records, findOrdinaryWords);
    const rows = [
      ...records.map((record) => recordRow(generation, record)),
      ...aliases.flatMap((tracked) => {
        const staged = aliasRow(generation, tracked, serial);
        if (staged !== null) serial++;
        return staged ?? [];
      }),
    ];
    for (const { store } of rows) counts[store]++;
    // Written before the crash that this import goes on after; only the counts and serials were still needed.
    if (upTo <= (row.written ?? 0)) return;
    const transaction = openBatch();
    const writes = rows.map((staged) => put(transaction, staged));
    writes.push(transaction.objectStore('generations').put({ ...row, written: upTo }, generation));
    await Promise.all([...writes, transaction.done]);
  };

  const openBatch = () => database.transaction(WRITTEN_STORES, 'readwrite', { durability: 'relaxed' });
  type Transaction = ReturnType<typeof openBatch>;

  const put = (transaction: Transaction, staged: StagedRow): Promise<unknown> => {
    switch (staged.store) {
      case 'sources':
        return transaction.objectStore('sources').put(staged.row);
      case 'entities':
        return transaction.objectStore('entities').put(staged.row);
      case 'facts':
        return transaction.objectStore('facts').put(staged.row);
      case 'conflicts':
        return transaction.objectStore('conflicts').put(staged.row);
      case 'aliases':
        return transaction.objectStore('aliases').put(staged.row);
    }
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
      const writes = records.map(({ kind, id }) => transaction.store.put({ generation, kind, id }));
      await Promise.all([...writes, transaction.done]);
      counts.replaced += records.length;
    },
    async finish() {
      await flush();
      await writing;
      return counts;
    },
    settled: () => writing.catch(() => {}),
  };
}

async function findBegun(
  database: Database,
  upload: number,
): Promise<{ generation: Generation; row: GenerationRow } | null> {
  const transaction = database.transaction('generations');
  for (let cursor = await transaction.store.openCursor(); cursor !== null; cursor = await cursor.continue())
    if (cursor.value.upload === upload) return { generation: cursor.key, row: cursor.value };
  return null;
}

/** The aliases of the entities of a batch. What nobody could look up is taken for a name. */
async function markOrdinaryAliases(
  pack: string,
  records: readonly PackRecord[],
  findOrdinaryWords: OrdinaryWordFinder,
): Promise<readonly TrackedAlias[]> {
  const tracked = records.flatMap((record) => (record.type === 'entity' ? trackedAliases(pack, record.entity) : []));
  const words = [...new Set(tracked.flatMap((alias) => wordToLookUp(alias) ?? []))];
  const ordinary = words.length === 0 ? [] : await findOrdinaryWords(words).catch(() => []);
  return markOrdinary(tracked, new Set(ordinary));
}

/** Counts the rows that a generation really has in the store. */
export async function countGeneration(database: Database, generation: Generation): Promise<StagedCounts> {
  const transaction = database.transaction(GENERATION_STORES);
  const count = (name: (typeof GENERATION_STORES)[number]): Promise<number> =>
    transaction.objectStore(name).count(generationRange(generation));
  const [entities, aliases, facts, sources, conflicts, replaced] = await Promise.all(GENERATION_STORES.map(count));
  return {
    ...{ entities: entities ?? 0, aliases: aliases ?? 0, facts: facts ?? 0 },
    ...{ sources: sources ?? 0, conflicts: conflicts ?? 0, replaced: replaced ?? 0 },
  };
}

/** Whether the store holds as many rows as were staged. */
export async function isComplete(database: Database, generation: Generation, staged: StagedCounts): Promise<boolean> {
  const stored = await countGeneration(database, generation);
  return GENERATION_STORES.every((name) => stored[name] === staged[name]);
}
