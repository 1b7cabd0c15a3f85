import type { PackProblem } from '../core/packs/pack-problem.ts';
import { err, ok, type Result } from '../core/model/result.ts';
import { openDatabase, type UploadRow } from './database.ts';
import { explainStoreError } from './explain-store-error.ts';
import { putUpload, readUpload, removeUpload } from './upload-store.ts';

/** Puts a file aside for the background to import, from one of our pages; gives its ticket, or why there was no room for it. */
export async function putAside(upload: UploadRow): Promise<Result<number, PackProblem>> {
  try {
    const database = await openDatabase();
    try {
      return ok(await putUpload(database, upload));
    } finally {
      database.close();
    }
  } catch (error) {
    return err(explainStoreError(error));
  }
}

/** Takes back a file that was put aside, for one of our pages to look at; null if it is no longer there. */
export async function takeBack(ticket: number): Promise<UploadRow | null> {
  const database = await openDatabase();
  try {
    const upload = (await readUpload(database, ticket)) ?? null;
    await removeUpload(database, ticket);
    return upload;
  } finally {
    database.close();
  }
}
