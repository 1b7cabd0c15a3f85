import { browser } from 'wxt/browser';
import type { Connection } from '../storage/connection.ts';
import { CORRECTIONS_KEY } from '../storage/correction-store.ts';
import { MERGES_KEY } from '../storage/merge-store.ts';
import type { OverlayOptions } from '../storage/overlay-store.ts';
import { OVERLAY_KEY } from '../storage/overlay-state-store.ts';
import { PRIVACY_KEY } from '../storage/privacy-store.ts';
import { SETTINGS_KEY } from '../storage/settings-store.ts';
import { SUBSCRIPTIONS_KEY } from '../storage/subscription-store.ts';
import { readSyncMemory, writeSyncMemory } from '../storage/sync-store.ts';
import { readSyncedState, writeSyncedState } from '../storage/synced-state.ts';
import { createSyncService, type SyncService } from '../syncing/sync-service.ts';
import type { InTurn } from './in-turn.ts';

export type SharingPorts = {
  readonly connection: Connection;
  readonly inTurn: InTurn;
  readonly now: () => number;
  readonly overlayOptions: () => OverlayOptions;
  readonly onChanged: (changesNames: boolean) => Promise<void>;
};

export type Sharing = {
  readonly service: SyncService;
  /** To be called when the user's own pack was changed, which nothing else tells. */
  readonly soon: () => Promise<void>;
};

const SYNC_ALARM = 'share-devices';
/** Browsers ring no sooner, and several changes in a row are shared at once. */
const DELAY_MINUTES = 0.5;
/** Under these keys of `storage.local` stands what is shared. */
const SHARED_KEYS = [SETTINGS_KEY, PRIVACY_KEY, SUBSCRIPTIONS_KEY, CORRECTIONS_KEY, OVERLAY_KEY, MERGES_KEY];

const SYSTEMS: Readonly<Record<string, string>> = {
  ...{ mac: 'macOS', win: 'Windows', linux: 'Linux', android: 'Android', cros: 'ChromeOS' },
};

/** Shares with the user's other devices: at the start, when they have written something, and soon after a change here. */
export function shareDevices(ports: SharingPorts): Sharing {
  const { alarms, runtime, storage } = browser;
  const area = storage.local;
  const service = createSyncService({
    account: {
      get: (keys) => storage.sync.get(keys),
      set: (items) => storage.sync.set(items),
      remove: (keys) => storage.sync.remove(keys),
    },
    readMemory: () => readSyncMemory(area),
    writeMemory: (memory) => writeSyncMemory(area, memory),
    readState: async () => readSyncedState(await ports.connection(), area),
    async writeState(state) {
      await writeSyncedState(await ports.connection(), area, state, ports.overlayOptions());
    },
    onChanged: ports.onChanged,
    inTurn: ports.inTurn,
    now: ports.now,
    newDevice: () => crypto.getRandomValues(new Uint8Array(8)).toHex(),
    async deviceName() {
      const { os } = await runtime.getPlatformInfo();
      return `${'getBrowserInfo' in runtime ? 'Firefox' : 'Chromium'}, ${SYSTEMS[os] ?? os}`;
    },
  });
  const soon = async (): Promise<void> => {
    if ((await readSyncMemory(area))?.isOn === true) await alarms.create(SYNC_ALARM, { delayInMinutes: DELAY_MINUTES });
  };
  storage.onChanged.addListener((changes, name) => {
    if (name === 'sync') void service.sync();
    else if (name === 'local' && SHARED_KEYS.some((key) => key in changes)) void soon();
  });
  runtime.onStartup.addListener(() => void service.sync());
  alarms.onAlarm.addListener(({ name }) => (name === SYNC_ALARM ? void service.sync() : undefined));
  return { service, soon };
}
