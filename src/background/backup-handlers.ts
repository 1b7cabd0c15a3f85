import type { RestoreService } from '../backup/restore-service.ts';
import type { backupRequests } from '../messaging/backup-contract.ts';
import type { Caller } from '../messaging/caller.ts';
import type { Handlers } from '../messaging/listen.ts';

/** Answers the manager about backups. */
export const createBackupHandlers = (
  restores: RestoreService,
): Handlers<typeof backupRequests, Extract<Caller, { kind: 'page' }>> => ({
  'page.restoreBackup': ({ ticket }) => restores.restoreUpload(ticket),
});
