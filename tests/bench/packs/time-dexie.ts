import Dexie from 'dexie';
import { stagedRows, type BenchRow } from './staged-rows.ts';

/** The same stores and indexes in Dexie's words. */
const STORES = {
  entities: '[generation+id]',
  facts: '[generation+id], *subjects',
  sources: '[generation+id]',
  conflicts: '[generation+id], *facts',
  aliasPages: '[generation+last+number]',
} as const;
const NAMES = ['entities', 'facts', 'sources', 'conflicts', 'aliasPages'] as const;

/** Adds the same rows through Dexie's `bulkAdd`, a chunk in one transaction. Only the writing counts. */
export async function timeDexie(name: string, file: Blob): Promise<number> {
  const database = new Dexie(name, { chromeTransactionDurability: 'relaxed' });
  database.version(1).stores(STORES);
  await database.open();
  let ms = 0;
  for await (const rows of stagedRows(file)) {
    const lists = NAMES.map((store) => [store, rowsIn(rows, store)] as const);
    const began = performance.now();
    await database.transaction('rw', [...NAMES], () =>
      Promise.all(lists.map(([store, list]) => database.table(store).bulkAdd(list))),
    );
    ms += performance.now() - began;
  }
  await database.delete();
  return ms;
}

const rowsIn = (rows: readonly BenchRow[], store: BenchRow['store']): BenchRow['row'][] =>
  rows.filter((staged) => staged.store === store).map(({ row }) => row);
