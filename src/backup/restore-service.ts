import { restoreState, type RestoreMode } from '../core/backup/restored-state.ts';
import type { RestoreReport } from '../core/backup/restore-report.ts';
import type { OrdinaryWordFinder } from '../core/linking/analyzer.ts';
import { LIMITS } from '../core/model/limits.ts';
import { err, ok, type Result } from '../core/model/result.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { splitLines } from '../core/packs/split-lines.ts';
import { readBackupState, writeBackupState } from '../storage/backup-state.ts';
import type { Connection } from '../storage/connection.ts';
import type { UploadRow } from '../storage/database.ts';
import { readMirror } from '../storage/pack-mirror.ts';
import { listPacks } from '../storage/pack-store.ts';
import { restorePacks } from '../storage/restore-packs.ts';
import type { StorageArea } from '../storage/settings-store.ts';
import { sweepGenerations } from '../storage/sweep-generations.ts';
import { listUploads, readUpload, removeUpload } from '../storage/upload-store.ts';
import { unreadable } from '../storage/explain-store-error.ts';
import { explainImportError } from '../updating/explain-import-error.ts';
import { unpackText } from '../updating/unpack.ts';
import { stageBackup } from './restore-backup.ts';

export type RestoreOutcome = Result<RestoreReport, readonly PackProblem[]>;

/** Restores backups that were put aside as uploads. */
export type RestoreService = {
  /** A second call for a ticket joins the first, or hears how it ended. */
  restoreUpload(ticket: number): Promise<RestoreOutcome>;
  /** Begins again with a restore that a crash cut off: done twice it has the same result as done once. */
  resume(): Promise<void>;
};

export type RestorePorts = {
  readonly connection: Connection;
  readonly area: StorageArea;
  readonly findOrdinaryWords: OrdinaryWordFinder;
  readonly now: () => number;
  /** Runs work while nobody imports. */
  readonly exclusively: <T>(work: () => Promise<T>) => Promise<T>;
  /** Runs what is read, changed and written back beside the database, one after another. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** Called when everything may be another than before. */
  readonly onRestored: () => Promise<void>;
};

export function createRestoreService(ports: RestorePorts): RestoreService {
  const { connection, area, findOrdinaryWords, now, exclusively, inTurn, onRestored } = ports;
  const running = new Map<number, Promise<RestoreOutcome>>();

  const restore = async ({ file }: UploadRow, mode: RestoreMode): Promise<RestoreOutcome> => {
    const database = await connection();
    try {
      const lines = splitLines(
        unpackText(file, () => {}, LIMITS.backupBytes),
        LIMITS.backupLineLength,
      );
      const staged = await stageBackup(database, lines, now(), findOrdinaryWords);
      if (!staged.ok) return staged;
      const { packs, state: saved } = staged.value;
      const came = await restorePacks(database, packs, mode);
      const rows = await listPacks(database);
      // Last, and again if it did not come to that: whoever finds the packs without it starts anew.
      await inTurn(async () => {
        const gone = mode === 'replace' ? Object.keys((await readMirror(area)).installed) : [];
        const state = restoreState(await readBackupState(area), saved, mode);
        await writeBackupState(
          area,
          { ...state, removed: [...new Set([...state.removed, ...gone])].slice(-LIMITS.packs) },
          rows.map(({ id, active }) => ({ id, title: active.header.title })),
        );
      });
      const ids = new Set(came.map(({ id }) => id));
      return ok({
        packs: came.map(({ active }) => active.header.title),
        skipped: packs.flatMap(({ place, version }) => (ids.has(place.id) ? [] : [version.header.title])),
      });
    } finally {
      await sweepGenerations(database).catch(() => {
        // What could not be swept now is swept at the next start.
      });
    }
  };

  const run = (ticket: number): Promise<RestoreOutcome> =>
    exclusively(async () => {
      const database = await connection();
      const upload = await readUpload(database, ticket);
      if (upload?.restore === undefined)
        return err([unreadable('The chosen file is no longer there. Choose it again.')]);
      const outcome = await restore(upload, upload.restore).catch((error: unknown) => err([explainImportError(error)]));
      if (outcome.ok) await onRestored();
      await removeUpload(database, ticket);
      return outcome;
    });

  const restoreUpload = (ticket: number): Promise<RestoreOutcome> => {
    const earlier = running.get(ticket);
    if (earlier !== undefined) return earlier;
    const outcome = run(ticket);
    running.set(ticket, outcome);
    return outcome;
  };

  return {
    restoreUpload,
    async resume() {
      const database = await connection();
      for (const ticket of await listUploads(database))
        if ((await readUpload(database, ticket))?.restore !== undefined) await restoreUpload(ticket);
    },
  };
}
