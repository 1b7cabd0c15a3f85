/** What the manager asks the background about backups (a part of `contract.ts`). */
import * as v from 'valibot';
import type { RestoreReport } from '../core/backup/restore-report.ts';
import type { Result } from '../core/model/result.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';

export const backupRequests = {
  /** Restores a backup that was put aside; how, stands with it. */
  'page.restoreBackup': v.strictObject({ ticket: v.pipe(v.number(), v.safeInteger(), v.minValue(0)) }),
} as const;

export type RestoreOutcome = Result<RestoreReport, readonly PackProblem[]>;

export type BackupResults = { 'page.restoreBackup': RestoreOutcome };
