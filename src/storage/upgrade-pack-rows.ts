import type { IDBPObjectStore, StoreNames } from 'idb';
import { FROM_FILE } from '../core/packs/pack-origin.ts';
import type { PackVersion, SidelightSchema } from './database.ts';

/** A pack as versions 1 and 2 of the database kept it. */
type EarlierRow = Omit<PackVersion, 'layers' | 'origin'> & {
  readonly id: string;
  readonly activeGeneration: number;
  readonly order: number;
  readonly enabled: boolean;
};

type PackStore = IDBPObjectStore<SidelightSchema, StoreNames<SidelightSchema>[], 'packs', 'versionchange'>;

/**
 * Brings the rows of packs to version 3. The version before the one in use had no header of its own, so it cannot be gone back
 * to: its rows are swept with the next import.
 */
export async function upgradePackRows(store: PackStore): Promise<void> {
  for (let cursor = await store.openCursor(); cursor !== null; cursor = await cursor.continue()) {
    const { id, header, activeGeneration, counts, importedAt, order, enabled } = cursor.value as unknown as EarlierRow;
    const active: PackVersion = { header, layers: [activeGeneration], counts, importedAt, origin: FROM_FILE };
    await cursor.update({ id, active, kept: [], pending: null, seen: activeGeneration, declined: 0, order, enabled });
  }
}
