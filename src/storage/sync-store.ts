import * as v from 'valibot';
import { syncMemorySchema, type SyncMemory } from '../core/sync/sync-status.ts';
import type { StorageArea } from './settings-store.ts';

export const SYNC_KEY = 'sync';

/** What this device keeps about sharing; null if it never shared, or if that is unsound. */
export async function readSyncMemory(area: StorageArea): Promise<SyncMemory | null> {
  const parsed = v.safeParse(syncMemorySchema, (await area.get([SYNC_KEY]))[SYNC_KEY]);
  return parsed.success ? parsed.output : null;
}

export const writeSyncMemory = (area: StorageArea, memory: SyncMemory): Promise<void> =>
  area.set({ [SYNC_KEY]: memory });
