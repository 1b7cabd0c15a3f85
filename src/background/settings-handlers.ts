import type { StoreTrouble } from '../core/model/store-trouble.ts';
import { err, ok, type Result } from '../core/model/result.ts';
import type { Caller } from '../messaging/caller.ts';
import type { Handlers } from '../messaging/listen.ts';
import type { BoundCommand, settingsRequests } from '../messaging/settings-contract.ts';
import type { Connection } from '../storage/connection.ts';
import { DATABASE_VERSION, discardDatabase, type PackRow } from '../storage/database.ts';
import { describeOpenError } from '../storage/explain-store-error.ts';
import { clearErrors, logError, readErrors } from '../storage/error-log.ts';
import { lostFrom, readMirror } from '../storage/pack-mirror.ts';
import { listPacks } from '../storage/pack-store.ts';
import { readSettings, writeSettings, type StorageArea } from '../storage/settings-store.ts';
import { readSubscriptions } from '../storage/subscription-store.ts';
import type { ImportService } from '../updating/import-service.ts';
import type { InTurn } from './in-turn.ts';

export type SettingsPorts = {
  readonly connection: Connection;
  readonly area: StorageArea;
  readonly inTurn: InTurn;
  readonly applySettings: () => Promise<void>;
  readonly imports: Pick<ImportService, 'jobs'>;
  /** Brings the store into the state of a start. */
  readonly prepare: () => Promise<void>;
  readonly commands: () => Promise<readonly BoundCommand[]>;
  /** As in the manifest. */
  readonly version: string;
};

/** Answers the manager about settings and health. */
export const createSettingsHandlers = (
  ports: SettingsPorts,
): Handlers<typeof settingsRequests, Extract<Caller, { kind: 'page' }>> => ({
  async 'page.settings'() {
    return { settings: await readSettings(ports.area), commands: await ports.commands() };
  },
  async 'page.writeSettings'({ settings }) {
    await ports.inTurn(() => writeSettings(ports.area, settings));
    await ports.applySettings();
    return null;
  },
  async 'page.health'() {
    const [store, mirror, subscriptions, errors] = await Promise.all([
      readStore(ports.connection),
      readMirror(ports.area),
      readSubscriptions(ports.area),
      readErrors(ports.area),
    ]);
    const rows = store.ok ? store.value : [];
    return {
      version: ports.version,
      databaseVersion: DATABASE_VERSION,
      packs: rows.map(({ id, active, enabled }) => {
        const { entities, facts, sources, conflicts } = active.counts;
        return { id, version: active.header.version, records: entities + facts + sources + conflicts, enabled };
      }),
      lost: store.ok ? lostFrom(mirror, rows).length : 0,
      imports: ports.imports.jobs().length,
      failures: subscriptions.flatMap(({ pack, failure }) => (failure === null ? [] : [{ pack, code: failure.code }])),
      errors,
      trouble: store.ok ? null : store.error,
    };
  },
  async 'page.reportError'({ entry }) {
    await ports.inTurn(() => logError(ports.area, entry));
    return null;
  },
  async 'page.clearErrors'() {
    await ports.inTurn(() => clearErrors(ports.area));
    return null;
  },
  async 'page.beginAnew'() {
    await discardDatabase();
    await ports.prepare();
    return null;
  },
});

async function readStore(connection: Connection): Promise<Result<readonly PackRow[], StoreTrouble>> {
  try {
    return ok(await listPacks(await connection()));
  } catch (error) {
    return err(describeOpenError(error));
  }
}
