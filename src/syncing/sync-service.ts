import { canonicalJson } from '../core/packs/diff-packs.ts';
import { liveItems } from '../core/sync/live-items.ts';
import { listItems } from '../core/sync/list-items.ts';
import { readItems } from '../core/sync/read-items.ts';
import { compareEntries } from '../core/sync/merge-replicas.ts';
import { formatEntries, syncDevices } from '../core/sync/sync-devices.ts';
import type { Replica, SyncEntry, SyncItems } from '../core/sync/sync-entry.ts';
import {
  addConflicts,
  describeEntry,
  type SyncFailure,
  type SyncMemory,
  type SyncStatus,
} from '../core/sync/sync-status.ts';
import type { SyncedState } from '../core/sync/synced-state.ts';
import {
  ACCOUNT_BYTES,
  AccountFullError,
  readSlots,
  removeSlots,
  writeSlot,
  type AccountArea,
} from './account-slots.ts';

/** Shares with the user's other devices, through the browser's account, what they chose and wrote. Off until they want it. */
export type SyncService = {
  status(): Promise<SyncStatus>;
  setOn(isOn: boolean): Promise<void>;
  /** Brings this device and the account together; does nothing while sharing is off. What goes wrong is kept with the status. */
  sync(): Promise<void>;
  /** Decides about an item of which two devices said different things: the word that lost counts after all, or stays lost. */
  settle(key: string, choice: 'kept' | 'lost'): Promise<void>;
  /** Takes away what all devices have put into the account. Each keeps what it has. */
  forget(): Promise<void>;
};

export type SyncPorts = {
  readonly account: AccountArea;
  readonly readMemory: () => Promise<SyncMemory | null>;
  readonly writeMemory: (memory: SyncMemory) => Promise<void>;
  /** What this device has now. `isOverlayLost` if the store of the user's pack was wiped: that takes nothing away. */
  readonly readState: () => Promise<{ readonly state: SyncedState; readonly isOverlayLost: boolean }>;
  /** Writes as much of another state as can be kept here. */
  readonly writeState: (state: SyncedState) => Promise<void>;
  /** Makes felt that another state was written, and whether other names are looked for than before. */
  readonly onChanged: (changesNames: boolean) => Promise<void>;
  /** Runs what is read, changed and written back, one after another. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly now: () => number;
  /** Sixteen hexadecimal digits. */
  readonly newDevice: () => string;
  /** What the others are told this device is. */
  readonly deviceName: () => Promise<string>;
};

export function createSyncService(ports: SyncPorts): SyncService {
  const { account, readMemory, writeMemory, readState, writeState, onChanged, inTurn, now } = ports;
  let queue: Promise<void> = Promise.resolve();

  const remember = (change: (memory: SyncMemory) => SyncMemory): Promise<void> =>
    inTurn(async () => writeMemory(change((await readMemory()) ?? newMemory(ports.newDevice()))));

  /** Takes over what others said. Gives what this device has to say itself; null while sharing is off. */
  const takeOver = async (): Promise<Taken | null> => {
    const slots = await readSlots(account);
    return inTurn(async () => {
      const memory = await readMemory();
      if (memory === null || !memory.isOn) return null;
      const { device } = memory;
      const { state, isOverlayLost } = await readState();
      const before = listItems(state);
      const replica = byKey(memory.replica);
      const lost = isOverlayLost ? [...replica.keys()].filter((key) => key.startsWith('own ')) : [];
      const { merged, conflicts } = syncDevices({
        ...{ replica, device, items: before, hasJoined: memory.hasJoined, now: now() },
        unapplied: new Set([...memory.unapplied, ...lost]),
        others: byKey(slots.flatMap(({ entries }) => entries)),
        present: new Set([device, ...slots.map((slot) => slot.device.id)]),
      });
      const live = liveItems(merged);
      const next = readItems(live, state);
      const changed = changedKeys(before, listItems(next));
      if (changed.length > 0) await writeState(next);
      // Read again: what could not be kept must not be taken for something that the user took away.
      const after = changed.length > 0 ? listItems((await readState()).state) : before;
      await writeMemory({
        ...memory,
        ...{ hasJoined: true, syncedAt: now(), failure: null, replica: [...merged.values()] },
        unapplied: changedKeys(live, after).filter((key) => live.has(key)),
        conflicts: addConflicts(memory.conflicts, [...conflicts]),
      });
      return { text: formatEntries(merged, device), device, changed };
    });
  };

  const syncOnce = async (): Promise<void> => {
    try {
      const taken = await takeOver();
      if (taken === null) return;
      if (taken.changed.length > 0) await onChanged(taken.changed.some((key) => NAMING.test(key)));
      const name = await ports.deviceName();
      const bytes = await publish(taken.device, name, taken.text);
      if (bytes !== null) await remember((memory) => ({ ...memory, bytes }));
    } catch (error) {
      await remember((memory) => ({ ...memory, failure: explain(error) }));
    }
  };

  /** Writes only what is new: browsers count the writes. Gives the bytes; null if it stood there already. */
  const publish = async (device: string, name: string, text: string): Promise<number | null> => {
    const slot = (await readSlots(account)).find((known) => known.device.id === device);
    if (slot !== undefined && formatEntries(byKey(slot.entries), device) === text) return null;
    return writeSlot(account, { id: device, name, writtenAt: now() }, text);
  };

  // One after another: what changed while one was under way is seen by the next.
  const sync = (): Promise<void> => (queue = queue.then(syncOnce).catch(() => {}));

  return {
    sync,
    async status() {
      const memory = (await readMemory()) ?? newMemory('');
      const slots = memory.isOn ? await readSlots(account).catch(() => []) : [];
      return {
        ...{ isOn: memory.isOn, syncedAt: memory.syncedAt, bytes: memory.bytes, failure: memory.failure },
        capacity: ACCOUNT_BYTES,
        others: slots.flatMap(({ device }) => (device.id === memory.device ? [] : [device])),
        conflicts: memory.conflicts.map(({ key, kept, lost }) => ({
          ...{ key, kept: describeEntry(kept), lost: describeEntry(lost) },
        })),
      };
    },
    async setOn(isOn) {
      // Whoever joins again may have missed much: as if for the first time.
      await remember((memory) => ({ ...memory, isOn, hasJoined: false, replica: [], unapplied: [], failure: null }));
      if (isOn) await sync();
    },
    async settle(key, choice) {
      await inTurn(async () => {
        const memory = await readMemory();
        const conflict = memory?.conflicts.find((known) => known.key === key);
        if (memory === null || conflict === undefined) return;
        if (choice === 'lost') {
          const { state } = await readState();
          const items = new Map(listItems(state));
          if (conflict.lost.isRemoved) items.delete(key);
          else items.set(key, conflict.lost.value);
          await writeState(readItems(items, state));
        }
        await writeMemory({ ...memory, conflicts: memory.conflicts.filter((known) => known !== conflict) });
      });
      if (choice === 'lost') await onChanged(NAMING.test(key));
      await sync();
    },
    async forget() {
      await remember((memory) => ({ ...memory, isOn: false, bytes: 0 }));
      await removeSlots(account, null);
    },
  };
}

type Taken = { readonly text: string; readonly device: string; readonly changed: readonly string[] };

/** Items on which hangs which names are looked for. */
const NAMING = /^(?:own entity|merge|privacy-pack|privacy-entity) /;

const changedKeys = (before: SyncItems, after: SyncItems): string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    (key) => before.has(key) !== after.has(key) || canonicalJson(before.get(key)) !== canonicalJson(after.get(key)),
  );

const newMemory = (device: string): SyncMemory => ({
  ...{ isOn: false, device, syncedAt: null, bytes: 0, failure: null },
  ...{ replica: [], unapplied: [], hasJoined: false, conflicts: [] },
});

/** Of several words about one item the later. */
const byKey = (entries: readonly SyncEntry[]): Replica => {
  const replica = new Map<string, SyncEntry>();
  for (const entry of entries) {
    const known = replica.get(entry.key);
    if (known === undefined || compareEntries(known, entry) < 0) replica.set(entry.key, entry);
  }
  return replica;
};

const explain = (error: unknown): SyncFailure =>
  error instanceof AccountFullError
    ? { code: 'too-large', detail: String(error.bytes) }
    : { code: 'refused', detail: (error instanceof Error ? error.message : String(error)).slice(0, 500) };
