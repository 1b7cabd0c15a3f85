import type { Caller } from '../messaging/caller.ts';
import type { Handlers } from '../messaging/listen.ts';
import type { BoundCommand, settingsRequests } from '../messaging/settings-contract.ts';
import type { Connection } from '../storage/connection.ts';
import { DATABASE_VERSION } from '../storage/database.ts';
import { clearErrors, logError, readErrors } from '../storage/error-log.ts';
import { readMirror } from '../storage/pack-mirror.ts';
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
    const [rows, mirror, subscriptions, errors] = await Promise.all([
      ports.connection().then(listPacks),
      readMirror(ports.area),
      readSubscriptions(ports.area),
      readErrors(ports.area),
    ]);
    const present = new Set(rows.map(({ id }) => id));
    return {
      version: ports.version,
      databaseVersion: DATABASE_VERSION,
      packs: rows.map(({ id, active, enabled }) => {
        const { entities, facts, sources, conflicts } = active.counts;
        return { id, version: active.header.version, records: entities + facts + sources + conflicts, enabled };
      }),
      lost: Object.keys(mirror.installed).filter((id) => !present.has(id)).length,
      imports: ports.imports.jobs().length,
      failures: subscriptions.flatMap(({ pack, failure }) => (failure === null ? [] : [{ pack, code: failure.code }])),
      errors,
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
});
