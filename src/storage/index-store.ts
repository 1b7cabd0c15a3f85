import { openAliasIndex, type AliasIndex } from '../core/matching/alias-index.ts';
import { MAX_LOCAL_ALIASES, REMOTE_INDEX } from '../core/matching/index-delivery.ts';
import type { Database } from './database.ts';
import type { StorageArea } from './settings-store.ts';

const ALIAS_INDEX_KEY = 'aliasIndex';
const INDEXED_PACKS_KEY = 'indexedPacks';
const WHOLE_INDEX = 'aliases';

/**
 * Keeps the alias index of the packs named: where every scout can read it without waking the background (1 ms at 10 000
 * aliases), or, where it is too large for that, in the database for the background alone.
 */
export async function writeAliasIndex(
  database: Database,
  area: StorageArea,
  buffer: ArrayBuffer,
  indexedPacks: string,
): Promise<void> {
  const isLarge = (openAliasIndex(buffer)?.aliasCount ?? 0) > MAX_LOCAL_ALIASES;
  if (isLarge) await database.put('indexes', buffer, WHOLE_INDEX);
  const stored = isLarge ? REMOTE_INDEX : new Uint8Array(buffer).toBase64();
  await area.set({ [ALIAS_INDEX_KEY]: stored, [INDEXED_PACKS_KEY]: indexedPacks });
  if (!isLarge) await database.delete('indexes', WHOLE_INDEX);
}

/** The index that is too large for tabs; null where there is none. */
export async function readLargeIndex(database: Database): Promise<AliasIndex | null> {
  const buffer = await database.get('indexes', WHOLE_INDEX);
  return buffer === undefined ? null : openAliasIndex(buffer);
}

/** Of which packs the stored index is; null if there is none. */
export async function readIndexedPacks(area: StorageArea): Promise<string | null> {
  const stored = (await area.get([INDEXED_PACKS_KEY]))[INDEXED_PACKS_KEY];
  return typeof stored === 'string' ? stored : null;
}

/** The index wherever it lies; null if there is none yet. */
export async function readAliasIndex(database: Database, area: StorageArea): Promise<AliasIndex | null> {
  const stored = (await area.get([ALIAS_INDEX_KEY]))[ALIAS_INDEX_KEY];
  if (typeof stored !== 'string') return null;
  return stored === REMOTE_INDEX ? readLargeIndex(database) : openAliasIndex(Uint8Array.fromBase64(stored).buffer);
}
