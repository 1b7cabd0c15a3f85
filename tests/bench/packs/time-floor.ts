import type { Database } from '../../../src/storage/database.ts';
import { stagedRows, type BenchRow } from './staged-rows.ts';

const STORES = ['entities', 'facts', 'sources', 'conflicts', 'aliasPages'] as const;

/**
 * The least anybody must do with `idb`: put the rows, made beforehand, into the same stores with the same indexes. Only the
 * writing counts.
 */
export async function timeFloor(database: Database, file: Blob): Promise<number> {
  let ms = 0;
  for await (const rows of stagedRows(file)) {
    const began = performance.now();
    await putAll(database, rows);
    ms += performance.now() - began;
  }
  return ms;
}

async function putAll(database: Database, rows: readonly BenchRow[]): Promise<void> {
  const transaction = database.transaction(STORES, 'readwrite', { durability: 'relaxed' });
  const stores = {
    entities: transaction.objectStore('entities'),
    facts: transaction.objectStore('facts'),
    sources: transaction.objectStore('sources'),
    conflicts: transaction.objectStore('conflicts'),
    aliasPages: transaction.objectStore('aliasPages'),
  };
  const put = (staged: BenchRow): Promise<unknown> => {
    switch (staged.store) {
      case 'entities':
        return stores.entities.put(staged.row);
      case 'facts':
        return stores.facts.put(staged.row);
      case 'sources':
        return stores.sources.put(staged.row);
      case 'conflicts':
        return stores.conflicts.put(staged.row);
      case 'aliasPages':
        return stores.aliasPages.put(staged.row);
    }
  };
  await Promise.all([...rows.map(put), transaction.done]);
}
