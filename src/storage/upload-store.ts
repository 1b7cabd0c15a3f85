import type { Database, PackRow, UploadRow } from './database.ts';
import { layersOf } from './pack-versions.ts';

/** Puts a chosen file aside for the background to import; returns its ticket. */
export const putUpload = (database: Database, upload: UploadRow): Promise<number> => database.add('uploads', upload);

export const readUpload = (database: Database, ticket: number): Promise<UploadRow | undefined> =>
  database.get('uploads', ticket);

/** The tickets of the files that nobody has imported yet, oldest first. */
export const listUploads = (database: Database): Promise<number[]> => database.getAllKeys('uploads');

/** The pack that an upload became already, whether or not its file is still there; null while it has not been imported. */
export async function findImported(database: Database, ticket: number): Promise<PackRow | null> {
  const transaction = database.transaction(['generations', 'packs']);
  const packs = await transaction.objectStore('packs').getAll();
  const generations = transaction.objectStore('generations');
  for (let cursor = await generations.openCursor(); cursor !== null; cursor = await cursor.continue()) {
    const { key, value } = cursor;
    if (value.upload === ticket) return packs.find((row) => layersOf(row).includes(key)) ?? null;
  }
  return null;
}

export const removeUpload = (database: Database, ticket: number): Promise<void> => database.delete('uploads', ticket);

/** Removes uploads put aside before `time` (milliseconds since the epoch). */
export async function removeOldUploads(database: Database, time: number): Promise<void> {
  const transaction = database.transaction('uploads', 'readwrite');
  for (let cursor = await transaction.store.openCursor(); cursor !== null; cursor = await cursor.continue()) {
    if (cursor.value.storedAt < time) await cursor.delete();
  }
  await transaction.done;
}
