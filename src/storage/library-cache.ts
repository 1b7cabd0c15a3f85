import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { LibraryRecords } from '../core/library/library-records.ts';

/** What was worked out of one version of a pack. It can be worked out again: nothing else depends on it. */
export type CachedPack = {
  readonly pack: string;
  /** Says of which version, and in which format. */
  readonly key: string;
  readonly records: LibraryRecords;
  /** How many parts its full text has. */
  readonly parts: number;
};

interface LibrarySchema extends DBSchema {
  packs: { key: string; value: CachedPack };
  /** Parts of full text, packed, by pack, version and number. */
  texts: { key: [string, string, number]; value: ArrayBuffer };
}

export type LibraryCache = IDBPDatabase<LibrarySchema>;

/** A database of its own: it can be thrown away at any time, and never stands in the way of the one that cannot. */
export async function openLibraryCache(name = 'sidelight-library'): Promise<LibraryCache> {
  const cache: LibraryCache = await openDB<LibrarySchema>(name, 1, {
    upgrade(db) {
      db.createObjectStore('packs', { keyPath: 'pack' });
      db.createObjectStore('texts');
    },
    blocking: () => cache.close(),
  });
  return cache;
}

/** Puts what was worked out of a pack in the place of what there was. */
export async function keepPack(cache: LibraryCache, cached: CachedPack): Promise<void> {
  await cache.put('packs', cached);
  const { pack, key } = cached;
  const texts = cache.transaction('texts', 'readwrite', { durability: 'relaxed' });
  await Promise.all([
    texts.store.delete(IDBKeyRange.bound([pack], [pack, key], false, true)),
    texts.store.delete(IDBKeyRange.bound([pack, key, []], [pack, []])),
    texts.done,
  ]);
}

/** Forgets all packs but these. */
export async function keepOnly(cache: LibraryCache, packs: readonly string[]): Promise<void> {
  for (const pack of await cache.getAllKeys('packs')) {
    if (packs.includes(pack)) continue;
    await cache.delete('packs', pack);
    await cache.delete('texts', IDBKeyRange.bound([pack], [pack, []]));
  }
}
