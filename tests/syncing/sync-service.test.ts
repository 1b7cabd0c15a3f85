import { describe, expect, test } from 'vitest';
import { DEFAULT_SETTINGS } from '../../src/core/model/settings.ts';
import { setHidden, setNote } from '../../src/core/overlay/overlay-state.ts';
import type { SyncMemory } from '../../src/core/sync/sync-status.ts';
import type { SyncedState } from '../../src/core/sync/synced-state.ts';
import type { AccountArea } from '../../src/syncing/account-slots.ts';
import { createSyncService, type SyncService } from '../../src/syncing/sync-service.ts';
import { makeSubscription } from '../fixtures/subscription.ts';

const NOTHING: SyncedState = {
  settings: { ...DEFAULT_SETTINGS, disabledSites: ['mail.example'] },
  privacy: { packs: {}, entities: {} },
  subscriptions: [],
  corrections: [],
  overlay: { notes: [], hidden: [] },
  merges: { same: [], different: [] },
  records: [],
};
const ACME = { kind: 'entity' as const, pack: 'demo', id: 'acme' };

type Account = AccountArea & { readonly items: Map<string, unknown>; writes: number; refusal: Error | null };

/** An account as browsers keep it: values are JSON, and items of over 8 192 bytes are refused. */
function makeAccount(): Account {
  const items = new Map<string, unknown>();
  const account: Account = {
    ...{ items, writes: 0, refusal: null },
    get: () => Promise.resolve(Object.fromEntries(structuredClone([...items]))),
    set(added) {
      if (account.refusal !== null) return Promise.reject(account.refusal);
      account.writes++;
      for (const [key, value] of Object.entries(added)) {
        if (key.length + JSON.stringify(value).length > 8192) return Promise.reject(new Error('QUOTA_BYTES_PER_ITEM'));
        items.set(key, structuredClone(value));
      }
      return Promise.resolve();
    },
    remove(keys) {
      for (const key of keys) items.delete(key);
      return Promise.resolve();
    },
  };
  return account;
}

type Device = SyncService & {
  state: SyncedState;
  isOverlayLost: boolean;
  /** What was made felt: whether names changed. */
  readonly felt: boolean[];
  /** What this device can keep of a state. */
  keep: (state: SyncedState) => SyncedState;
};

let clock = 1000;

function makeDevice(account: Account, letter: string): Device {
  let memory: SyncMemory | null = null;
  let queue: Promise<unknown> = Promise.resolve();
  const felt: boolean[] = [];
  const service = createSyncService({
    account,
    readMemory: () => Promise.resolve(structuredClone(memory)),
    writeMemory: (next) => Promise.resolve(void (memory = structuredClone(next))),
    readState: () => Promise.resolve({ state: structuredClone(device.state), isOverlayLost: device.isOverlayLost }),
    writeState: (state) => Promise.resolve(void (device.state = device.keep(structuredClone(state)))),
    onChanged: (changesNames) => Promise.resolve(void felt.push(changesNames)),
    inTurn(work) {
      const done = queue.then(work);
      queue = done.catch(() => {});
      return done;
    },
    now: () => ++clock,
    newDevice: () => letter.repeat(16),
    deviceName: () => Promise.resolve(`Browser ${letter}`),
  });
  const device: Device = { ...service, ...{ state: NOTHING, isOverlayLost: false, felt }, keep: (state) => state };
  return device;
}

function setUp(): { account: Account; a: Device; b: Device } {
  const account = makeAccount();
  return { account, a: makeDevice(account, 'a'), b: makeDevice(account, 'b') };
}

const write = (device: Device, text: string): void => {
  device.state = { ...device.state, overlay: setNote(device.state.overlay, ACME, text, ++clock) };
};
const textsOf = (device: Device): string[] => device.state.overlay.notes.map(({ text }) => text);

describe('sharing', () => {
  test('is off until the user wants it: nothing is written or read', async () => {
    const { account, a } = setUp();
    write(a, 'mine');
    await a.sync();
    expect(account.items.size).toBe(0);
    expect(await a.status()).toMatchObject({ isOn: false, others: [], conflicts: [] });
  });

  test('brings choices, notes, hidden facts and subscriptions to another device', async () => {
    const { a, b } = setUp();
    write(a, 'Ask Hank.');
    a.state = {
      ...a.state,
      settings: { ...a.state.settings, density: 'every', disabledSites: ['mail.example', 'bank.example'] },
      overlay: setHidden(a.state.overlay, [{ pack: 'demo', id: 'f1' }], true),
      subscriptions: [makeSubscription({ token: 'secret' })],
    };
    await a.setOn(true);
    await b.setOn(true);
    expect(b.state.overlay).toEqual(a.state.overlay);
    expect(b.state.settings).toMatchObject({ density: 'every' });
    expect(b.state.settings.disabledSites.toSorted()).toEqual(['bank.example', 'mail.example']);
    expect(b.state.subscriptions).toMatchObject([{ pack: 'demo', url: 'https://packs.example/a', token: null }]);
    expect(b.felt).toEqual([false]);
    expect(await b.status()).toMatchObject({ isOn: true, failure: null, others: [{ name: 'Browser a' }] });
    await a.sync();
    expect(a.state.subscriptions[0]?.token).toBe('secret');
  });

  test('a site added here and one added there are both on the list', async () => {
    const { a, b } = setUp();
    await a.setOn(true);
    await b.setOn(true);
    const add = (device: Device, site: string): void => {
      const { settings } = device.state;
      device.state = { ...device.state, settings: { ...settings, disabledSites: [...settings.disabledSites, site] } };
    };
    add(a, 'a.example');
    add(b, 'b.example');
    for (const device of [a, b, a]) await device.sync();
    expect(a.state.settings.disabledSites.toSorted()).toEqual(['a.example', 'b.example', 'mail.example']);
    expect(b.state.settings.disabledSites.toSorted()).toEqual(['a.example', 'b.example', 'mail.example']);
  });

  test('what was written on both is shown, the later counts, and the other one can be taken after all', async () => {
    const { a, b } = setUp();
    await a.setOn(true);
    await b.setOn(true);
    write(a, 'from a');
    write(b, 'from b');
    await a.sync();
    await b.sync();
    expect(textsOf(b)).toEqual(['from b']);
    const [conflict] = (await b.status()).conflicts;
    expect(conflict).toMatchObject({ kept: 'from b', lost: 'from a' });
    await b.settle(conflict?.key ?? '', 'lost');
    expect((await b.status()).conflicts).toEqual([]);
    await a.sync();
    expect([textsOf(a), textsOf(b)]).toEqual([['from a'], ['from a']]);
  });

  test('two that join with notes of their own about one thing are asked', async () => {
    const { a, b } = setUp();
    write(a, 'from a');
    write(b, 'from b');
    await a.setOn(true);
    await b.setOn(true);
    expect((await b.status()).conflicts).toHaveLength(1);
  });

  test('nothing is written while nothing changes', async () => {
    const { account, a, b } = setUp();
    write(a, 'mine');
    for (const device of [a, b]) await device.setOn(true);
    for (const device of [a, b, a]) await device.sync();
    const { writes } = account;
    for (const device of [a, b, a, b]) await device.sync();
    expect(account.writes).toBe(writes);
  });

  test('S7: a store that was wiped takes nothing away elsewhere, and is filled again', async () => {
    const { a, b } = setUp();
    const entity = { id: 'acme', name: 'Acme', type: 'company' as const, aliases: [], highlight: true };
    a.state = { ...a.state, records: [{ type: 'entity', entity }] };
    for (const device of [a, b]) await device.setOn(true);
    const { records } = b.state;
    expect(records).toHaveLength(1);
    a.state = { ...a.state, records: [] };
    a.isOverlayLost = true;
    for (const device of [a, b]) await device.sync();
    expect([a.state.records, b.state.records]).toEqual([records, records]);
    expect(a.felt).toEqual([true]);
  });

  test('what a device cannot keep is not taken away from the others', async () => {
    const { a, b } = setUp();
    write(a, 'mine');
    b.keep = (state) => ({ ...state, overlay: { ...state.overlay, notes: [] } });
    for (const device of [a, b, b, a, b]) await (device.state === NOTHING ? device.setOn(true) : device.sync());
    await a.setOn(true);
    await a.sync();
    expect(textsOf(a)).toEqual(['mine']);
  });

  test('more than an account holds is refused in words, and costs nothing', async () => {
    const { account, a } = setUp();
    await a.setOn(true);
    const before = structuredClone([...account.items]);
    const noise = Array.from({ length: 400 }, (_, number) => ({
      target: { ...ACME, id: `e${number}` },
      // Nothing that packs well.
      text: Array.from({ length: 40 }, () => crypto.randomUUID())
        .join(' ')
        .slice(0, 1000),
      writtenAt: 1,
    }));
    a.state = { ...a.state, overlay: { notes: noise, hidden: [] } };
    await a.sync();
    expect(await a.status()).toMatchObject({ isOn: true, failure: { code: 'too-large' } });
    expect([...account.items]).toEqual(before);
    expect(a.state.overlay.notes).toHaveLength(400);
    a.state = { ...a.state, overlay: { notes: noise.slice(0, 3), hidden: [] } };
    await a.sync();
    expect(await a.status()).toMatchObject({ failure: null });
  });

  test('what the browser refuses is told, and tried again', async () => {
    const { account, a, b } = setUp();
    await b.setOn(true);
    account.refusal = new Error('MAX_WRITE_OPERATIONS_PER_MINUTE');
    write(a, 'mine');
    await a.setOn(true);
    expect((await a.status()).failure).toEqual({ code: 'refused', detail: 'MAX_WRITE_OPERATIONS_PER_MINUTE' });
    account.refusal = null;
    await a.sync();
    await b.sync();
    expect([textsOf(b), (await a.status()).failure]).toEqual([['mine'], null]);
  });

  test('half of what a device wrote says nothing until the rest has come', async () => {
    const { account, a, b } = setUp();
    write(a, Array.from({ length: 26 }, () => crypto.randomUUID()).join(' '));
    await a.setOn(true);
    const chunk = `device-${'a'.repeat(16)}-0`;
    const whole = account.items.get(chunk);
    for (const broken of [undefined, String(whole).slice(4), 'a'.repeat(String(whole).length), 5]) {
      account.items.set(chunk, broken);
      await b.setOn(true);
      expect(textsOf(b)).toEqual([]);
    }
    account.items.set(chunk, whole);
    await b.sync();
    expect(textsOf(b)).toEqual(textsOf(a));
  });

  test('taken out of the account, each device keeps what it has', async () => {
    const { account, a, b } = setUp();
    write(a, 'mine');
    for (const device of [a, b]) await device.setOn(true);
    await b.setOn(false);
    await a.forget();
    expect([account.items.size, textsOf(a), textsOf(b), (await a.status()).isOn]).toEqual([
      0,
      ['mine'],
      ['mine'],
      false,
    ]);
  });

  test('the words of a device that has gone are passed on by the others', async () => {
    const { account, a, b } = setUp();
    const c = makeDevice(account, 'c');
    write(a, 'mine');
    for (const device of [a, b]) await device.setOn(true);
    for (const key of account.items.keys()) if (key.startsWith(`device-${'a'.repeat(16)}`)) account.items.delete(key);
    await b.sync();
    await c.setOn(true);
    expect(textsOf(c)).toEqual(['mine']);
  });
});
