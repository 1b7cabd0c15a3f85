import { parseBackupHeader, type BackupHeader } from '../core/backup/backup-format.ts';
import { LIMITS } from '../core/model/limits.ts';
import { err, type Result } from '../core/model/result.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { splitLines } from '../core/packs/split-lines.ts';
import { explainImportError } from '../updating/explain-import-error.ts';
import { unpackText } from '../updating/unpack.ts';

/** What a chosen file says of itself, before anything is done with it. */
export async function readBackupHeader(file: Blob): Promise<Result<BackupHeader, readonly PackProblem[]>> {
  try {
    for await (const line of splitLines(unpackText(file), LIMITS.backupLineLength)) return parseBackupHeader(line);
  } catch (error) {
    return err([explainImportError(error)]);
  }
  return parseBackupHeader('');
}
