import type { PackProblem } from '../core/packs/pack-problem.ts';
import { err, ok, type Result } from '../core/model/result.ts';
import { openDatabase, type UploadRow } from './database.ts';
import { explainStoreError } from './explain-store-error.ts';
import { putUpload } from './upload-store.ts';

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
