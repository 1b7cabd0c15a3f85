import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import type { Fingerprint } from '../core/matching/alias-key.ts';
import type { TrackedAlias } from '../core/model/mention.ts';
import { wordToLookUp } from '../core/packs/tracked-aliases.ts';
import { collectAliasPages, type AliasPages } from './alias-pages.ts';
import type { Database, Generation, SidelightSchema } from './database.ts';

/** An alias as versions 1 to 3 of the database kept it: a row of its own. */
type EarlierRow = {
  readonly generation: Generation;
  readonly fingerprint: Fingerprint;
  readonly serial: number;
  readonly tracked: TrackedAlias;
};
type Upgrade = IDBPTransaction<SidelightSchema, StoreNames<SidelightSchema>[], 'versionchange'>;

/** Rows read at once. */
const READ_SIZE = 2000;

/** Brings the aliases to version 4: pages, and a note of the ordinary words with each entity. */
export async function upgradeAliases(database: Database, transaction: Upgrade): Promise<void> {
  const pages = new Map<Generation, AliasPages>();
  const store = (transaction as unknown as IDBPTransaction<unknown, string[], 'versionchange'>).objectStore('aliases');
  let range: IDBKeyRange | null = null;
  for (;;) {
    const rows = (await store.getAll(range, READ_SIZE)) as EarlierRow[];
    for (const { generation, fingerprint, tracked } of rows) {
      const collected = pages.get(generation) ?? collectAliasPages();
      pages.set(generation, collected);
      collected.add(tracked.entity.id, [fingerprint]);
      if (tracked.ordinary === true) await noteOrdinary(transaction, generation, tracked);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < READ_SIZE) break;
    range = IDBKeyRange.lowerBound([last.generation, last.fingerprint, last.serial], true);
  }
  for (const [generation, collected] of pages)
    for (const page of collected.finish(generation))
      if (page !== undefined) await transaction.objectStore('aliasPages').put(page);
  (database as unknown as IDBPDatabase).deleteObjectStore('aliases');
}

async function noteOrdinary(transaction: Upgrade, generation: Generation, tracked: TrackedAlias): Promise<void> {
  const store = transaction.objectStore('entities');
  const row = await store.get([generation, tracked.entity.id]);
  const word = wordToLookUp(tracked);
  if (row === undefined || word === null || row.ordinary?.includes(word) === true) return;
  await store.put({ ...row, ordinary: [...(row.ordinary ?? []), word] });
}
