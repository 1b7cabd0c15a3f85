import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { RequestEntry } from '../../src/core/updates/request-entry.ts';
import type { SubscribeRequest } from '../../src/core/updates/publisher-preview.ts';
import type { Subscription } from '../../src/core/updates/subscription.ts';
import { generateKeys, type KeyPair } from '../../src/signing/ed25519.ts';
import { createConnection } from '../../src/storage/connection.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { listPacks } from '../../src/storage/pack-store.ts';
import { putUpload } from '../../src/storage/upload-store.ts';
import { applyPending, declinePending, removePack, rollBack } from '../../src/storage/pack-versions.ts';
import { createImportService } from '../../src/updating/import-service.ts';
import { createLoggedFetch } from '../../src/updating/logged-fetch.ts';
import { createUpdateService } from '../../src/updating/update-service.ts';
import { makeFact, packLines } from '../fixtures/builders.ts';
import { makeRelease, patchText, PUBLISHER_URL } from '../fixtures/publisher.ts';

const HOUR = 3_600_000;
/** Enough of them that a patch is smaller than the pack. */
const filler = Array.from({ length: 60 }, (_, index) =>
  makeFact({ id: `x${index}`, statement: `Fact ${index * 7919}.` }),
);
const edition = (version: number): string[] =>
  packLines({ version, facts: [makeFact({ id: `f${version}`, statement: `Edition ${version}.` }), ...filler] });

let keys: KeyPair[] = [];
beforeAll(async () => {
  keys = await Promise.all([generateKeys(), generateKeys()]);
});
const [ours, theirs] = [() => keys.slice(0, 1), () => keys.slice(1, 2)];

let serial = 0;

/** A browser with nothing installed, and a server of which the tests may exchange the files. */
function setUp() {
  const name = `updates-${++serial}`;
  const connection = createConnection((onClosed) => openDatabase(onClosed, name));
  const state = { now: 1_000_000, subscriptions: [] as readonly Subscription[] };
  const server = { files: new Map<string, Uint8Array<ArrayBuffer> | string | Response>(), isDown: false };
  const log: RequestEntry[] = [];
  const onInstalled = vi.fn(() => Promise.resolve());
  const imports = createImportService({
    ...{ connection, onInstalled, now: () => state.now, exclusively: (work) => work() },
    findOrdinaryWords: () => Promise.resolve([]),
    wasRemoved: () => Promise.resolve(false),
    subscribedPacks: () => Promise.resolve(new Set(state.subscriptions.map(({ pack }) => pack))),
    endSubscription: (pack) =>
      Promise.resolve(void (state.subscriptions = state.subscriptions.filter((entry) => entry.pack !== pack))),
    fetchDefaultPack: () => Promise.reject(new Error('not asked for')),
  });
  const fetch = createLoggedFetch(
    (address) => {
      if (server.isDown) return Promise.reject(new TypeError('Failed to fetch'));
      const file = server.files.get(new URL(address).pathname);
      if (file instanceof Response) return Promise.resolve(file.clone());
      return Promise.resolve(file === undefined ? new Response('', { status: 404 }) : new Response(file));
    },
    () => state.now,
    (entry) => Promise.resolve(void log.push(entry)),
  );
  const rows = async () => listPacks(await connection());
  const updates = createUpdateService({
    ...{ fetch, imports, now: () => state.now, random: () => 0 },
    findPack: async (id) => (await rows()).find((row) => row.id === id) ?? null,
    readSubscriptions: () => Promise.resolve(state.subscriptions),
    changeSubscriptions: (change) => Promise.resolve(void (state.subscriptions = change(state.subscriptions))),
  });
  const release = async (version: number, options: Partial<Parameters<typeof makeRelease>[0]> = {}): Promise<void> => {
    server.files = await makeRelease({ version, lines: edition(version), signers: ours(), ...options });
  };
  const subscribe = async (options: Partial<SubscribeRequest> = {}) => {
    const preview = await updates.preview(PUBLISHER_URL, null);
    if (!preview.ok) return preview;
    const { pack, title, url, channel, threshold } = preview.value;
    const pinned = preview.value.keys.map(({ key }) => key);
    return updates.subscribe({
      ...{ pack, title, url, channel, threshold, keys: pinned, token: null, schedule: 'daily', isAutomatic: true },
      ...options,
    });
  };
  const row = async () => (await rows())[0];
  const version = async (): Promise<number | undefined> => (await row())?.active.header.version;
  const subscription = (): Subscription | undefined => state.subscriptions[0];
  /** Imports a file of the user's. */
  const importLines = async (lines: readonly string[], isMeant = false) =>
    imports.importUpload(
      await putUpload(await connection(), { name: 'f', file: new Blob([lines.join('\n')]), storedAt: 1, isMeant }),
    );
  return {
    ...{ connection, state, server, log, updates, onInstalled },
    ...{ release, subscribe, row, version, subscription, importLines },
  };
}

describe('subscribing', () => {
  test('shows whose pack it is before anything is kept', async () => {
    const { updates, release, state, row } = setUp();
    await release(3, { fields: { publisher: 'Acme Press', license: 'CC0-1.0' } });
    const preview = await updates.preview(PUBLISHER_URL, null);
    expect(preview).toMatchObject({
      ok: true,
      value: {
        pack: 'demo',
        version: 3,
        publisher: 'Acme Press',
        license: 'CC0-1.0',
        counts: null,
        installedVersion: null,
        hasOtherKeys: false,
        keys: [{ key: ours()[0]?.publicKey }],
      },
    });
    expect(state.subscriptions).toEqual([]);
    expect(await row()).toBeUndefined();
  });

  test('installs the pack, pins the keys, and sets the next check', async () => {
    const { subscribe, release, row, subscription, onInstalled } = setUp();
    await release(3);
    expect(await subscribe()).toEqual({ ok: true, value: null });
    expect(await row()).toMatchObject({
      active: { header: { version: 3 }, origin: { kind: 'subscription', signer: expect.any(String) } },
    });
    expect(subscription()).toMatchObject({ highestVersion: 3, failure: null, nextCheckAt: 1_000_000 + 24 * HOUR });
    expect(subscription()?.keys).toEqual([ours()[0]?.publicKey]);
    expect(onInstalled).toHaveBeenCalledOnce();
  });

  test('to a pack that cannot be fetched leaves nothing behind', async () => {
    const { subscribe, release, server, row, state } = setUp();
    await release(3);
    server.files.delete('/demo-3.factpack.jsonl.gz');
    expect(await subscribe()).toMatchObject({ ok: false, error: { code: 'not-found' } });
    expect(state.subscriptions).toEqual([]);
    expect(await row()).toBeUndefined();
  });

  test('warns of other keys than those so far', async () => {
    const { updates, subscribe, release } = setUp();
    await release(3);
    await subscribe();
    await release(4, { signers: theirs() });
    expect(await updates.preview(PUBLISHER_URL, null)).toMatchObject({ ok: true, value: { hasOtherKeys: true } });
  });

  test('with keys that nobody used is refused', async () => {
    const { subscribe, release, row } = setUp();
    await release(3);
    expect(await subscribe({ keys: [theirs()[0]?.publicKey ?? ''] })).toMatchObject({ error: { code: 'unknown-key' } });
    expect(await row()).toBeUndefined();
  });
});

describe('an update', () => {
  test('of a signed pack is applied by itself if the user wants that', async () => {
    const { subscribe, release, updates, version, log } = setUp();
    await release(1);
    await subscribe();
    await release(2, { previous: { version: 1, lines: edition(1) } });
    expect(await updates.check('demo')).toEqual({ ok: true, value: null });
    expect(await version()).toBe(2);
    expect(log.at(-1)?.address).toMatch(/demo-1-2\.factpatch/);
  });

  test.each([
    ['the user wants to see it', { isAutomatic: false }, {}],
    ['it has no signature', {}, { signers: [] }],
  ])('waits for consent where %s', async (_name, options, how) => {
    const { connection, subscribe, release, updates, row } = setUp();
    await release(1, how);
    await subscribe(options);
    await release(2, how);
    await updates.check('demo');
    expect(await row()).toMatchObject({ active: { header: { version: 1 } }, pending: { header: { version: 2 } } });
    await applyPending(await connection(), 'demo');
    expect(await row()).toMatchObject({ active: { header: { version: 2 } }, pending: null });
  });

  test('by a patch that does not fit falls back to the whole pack', async () => {
    const { subscribe, release, updates, version, log } = setUp();
    await release(1);
    await subscribe();
    const other = { version: 1, lines: packLines({ version: 1, facts: [makeFact({ id: 'other' }), ...filler] }) };
    await release(2, { previous: other });
    await updates.check('demo');
    expect(await version()).toBe(2);
    expect(log.slice(0, 2).map(({ address }) => address.includes('patch'))).toEqual([false, false]);
    expect(log.some(({ address }) => address.includes('patch'))).toBe(true);
  });

  test('respects that the user went back, until there is something newer', async () => {
    const { connection, subscribe, release, updates, row, version } = setUp();
    await release(1);
    await subscribe();
    await release(2);
    await updates.check('demo');
    await rollBack(await connection(), 'demo', (await row())?.kept[0]?.layers[0] ?? 0);
    await updates.check('demo');
    expect(await version()).toBe(1);
    await release(3);
    await updates.check('demo');
    expect(await row()).toMatchObject({ active: { header: { version: 1 } }, pending: { header: { version: 3 } } });
  });

  test('that was declined is not fetched again', async () => {
    const { connection, subscribe, release, updates, row, log } = setUp();
    await release(1);
    await subscribe({ isAutomatic: false });
    await release(2);
    await updates.check('demo');
    await declinePending(await connection(), 'demo');
    log.length = 0;
    await updates.check('demo');
    expect(log).toHaveLength(1);
    expect((await row())?.pending).toBeNull();
  });

  test('S7: a pack that the store lost comes back with the next check', async () => {
    const { connection, subscribe, release, updates, version } = setUp();
    await release(2);
    await subscribe();
    await removePack(await connection(), 'demo');
    await updates.check('demo');
    expect(await version()).toBe(2);
  });

  test('T19: the keys are handed over by those that hold them', async () => {
    const { subscribe, release, updates, version, subscription } = setUp();
    await release(1);
    await subscribe();
    await release(2, { fields: { keys: [theirs()[0]?.publicKey] } });
    await updates.check('demo');
    expect(subscription()?.keys).toEqual([theirs()[0]?.publicKey]);
    await release(3, { signers: theirs() });
    expect(await updates.check('demo')).toMatchObject({ ok: true });
    expect(await version()).toBe(3);
    await release(4);
    expect(await updates.check('demo')).toMatchObject({ error: { code: 'unknown-key' } });
  });
});

describe('T17, T18: what is refused leaves the pack in use and says why', () => {
  type Server = ReturnType<typeof setUp>['server'];
  const flip = (server: Server, path: string): void => {
    const bytes = server.files.get(path);
    if (!(bytes instanceof Uint8Array)) throw new Error(`${path} is a file`);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
  };
  const FILE = '/demo-2.factpack.jsonl.gz';

  test.each<[string, (set: ReturnType<typeof setUp>) => Promise<void> | void, string]>([
    ['a changed byte', ({ server }) => flip(server, FILE), 'wrong-hash'],
    [
      'a file cut short',
      ({ server }) => void server.files.set(FILE, (server.files.get(FILE) as Uint8Array<ArrayBuffer>).slice(0, -5)),
      'wrong-size',
    ],
    ['endless data', ({ server }) => void server.files.set(FILE, 'x'.repeat(100_000)), 'wrong-size'],
    [
      'a web page in place of the file',
      ({ server }) => void server.files.set(FILE, new Response('<html>', { headers: { 'content-type': 'text/html' } })),
      'web-page',
    ],
    ['a file that is gone', ({ server }) => void server.files.delete(FILE), 'not-found'],
    ['another key', ({ release }) => release(2, { signers: theirs() }), 'unknown-key'],
    ['no signature', ({ release }) => release(2, { signers: [] }), 'unsigned'],
    ['an older version (rollback)', ({ release }) => release(1), 'rolled-back'],
    [
      'a version far ahead (fast-forward)',
      ({ release }) => release(2, { fields: { version: 99_999 } }),
      'too-far-ahead',
    ],
    ['another pack (wrong software)', ({ release }) => release(2, { fields: { pack: 'other' } }), 'wrong-pack'],
    ['another channel', ({ release }) => release(2, { fields: { channel: 'beta' } }), 'wrong-channel'],
    ['the file of another version (mix and match)', ({ release }) => release(2, { lines: edition(7) }), 'wrong-pack'],
    [
      'the file of another pack',
      ({ release }) => release(2, { lines: packLines({ id: 'other', version: 2 }) }),
      'wrong-pack',
    ],
    ['an unsound pack', ({ release }) => release(2, { lines: [...edition(2), '{"fact":{}}'] }), 'bad-pack'],
    [
      'a file on somebody else’s private network',
      ({ release }) =>
        release(2, { fields: { file: { path: 'https://192.168.0.1/x', bytes: 5, sha256: 'a'.repeat(64) } } }),
      'forbidden-address',
    ],
    ['a network that is down', ({ server }) => void (server.isDown = true), 'offline'],
    ['an end', ({ server }) => void server.files.set('/demo.manifest.json', new Response('', { status: 410 })), 'gone'],
  ])('%s', async (_name, change, code) => {
    const set = setUp();
    const { subscribe, release, updates, version, subscription, row } = set;
    await release(1);
    await subscribe();
    // What was seen once is known: an attacker comes later.
    set.state.subscriptions = set.state.subscriptions.map((entry) => ({
      ...entry,
      highestVersion: code === 'rolled-back' ? 2 : 1,
    }));
    await release(2);
    await change(set);
    const before = await row();
    expect(await updates.check('demo')).toMatchObject({ ok: false, error: { code } });
    expect(await version()).toBe(1);
    expect(await row()).toEqual(before);
    expect(subscription()).toMatchObject({ failures: 1, failure: { code }, keys: [ours()[0]?.publicKey] });
  });

  test('freeze: an expired manifest serves on, with its time', async () => {
    const { subscribe, release, version, subscription } = setUp();
    await release(1, { fields: { expires: '2001-01-01T00:00:00Z' } });
    await subscribe();
    expect(await version()).toBe(1);
    expect(subscription()).toMatchObject({ failure: null, expiresAt: Date.UTC(2001, 0) });
  });

  test('a mirror helps where the first place fails', async () => {
    const { subscribe, release, server, version } = setUp();
    await release(1, { fields: { mirrors: ['https://mirror.example/deep'] } });
    const path = '/demo-1.factpack.jsonl.gz';
    server.files.set(`/deep${path}`, server.files.get(path) ?? '');
    server.files.set(path, 'broken');
    expect(await subscribe()).toMatchObject({ ok: true });
    expect(await version()).toBe(1);
  });
});

test('S18: what is due is asked for, and no more; failures wait longer and longer', async () => {
  const { state, server, subscribe, release, updates, log, subscription } = setUp();
  await release(1);
  await subscribe();
  log.length = 0;
  await updates.checkDue();
  expect(log).toEqual([]);
  state.now += 24 * HOUR;
  server.isDown = true;
  await updates.checkDue();
  expect(log).toMatchObject([{ outcome: 'offline', pack: 'demo', address: PUBLISHER_URL }]);
  const waits: number[] = [];
  for (let times = 0; times < 4; times++) {
    waits.push(((subscription()?.nextCheckAt ?? 0) - state.now) / 60_000);
    state.now = subscription()?.nextCheckAt ?? 0;
    await updates.checkDue();
  }
  expect(waits).toEqual([1, 2, 4, 8]);
});

test('a check by hand and an alarm at once fetch one after the other', async () => {
  const { subscribe, release, updates, log } = setUp();
  await release(1);
  await subscribe();
  await release(2);
  log.length = 0;
  await Promise.all([updates.check('demo'), updates.check('demo')]);
  expect(log.map(({ address }) => address.split('/').at(-1))).toEqual([
    'demo.manifest.json',
    'demo-2.factpack.jsonl.gz',
    'demo.manifest.json',
  ]);
});

describe('a file with the id of another’s pack', () => {
  test('S15: does not take the place of a signed subscription unasked, however high its version', async () => {
    const { subscribe, release, importLines, row, subscription } = setUp();
    await release(3);
    await subscribe();
    expect(await importLines(edition(9999))).toMatchObject({ ok: false, error: [{ code: 'other-publisher' }] });
    expect(await row()).toMatchObject({ active: { header: { version: 3 } }, kept: [] });
    expect(subscription()).toMatchObject({ pack: 'demo' });
  });

  test('S15: a patch does not either', async () => {
    const { subscribe, release, importLines, version } = setUp();
    await release(3);
    await subscribe();
    const patch = patchText(edition(3), edition(4)).split('\n');
    expect(await importLines(patch)).toMatchObject({ ok: false, error: [{ code: 'other-publisher' }] });
    expect(await version()).toBe(3);
  });

  test('S15: ends the subscription if the user means it', async () => {
    const { subscribe, release, importLines, row, state } = setUp();
    await release(3);
    await subscribe();
    expect(await importLines(edition(9999), true)).toMatchObject({ ok: true });
    expect(await row()).toMatchObject({
      active: { header: { version: 9999 }, origin: { kind: 'file', signer: null } },
    });
    expect(state.subscriptions).toEqual([]);
  });

  test('T19: does not hold up the publisher’s own versions, which are lower', async () => {
    const { subscribe, release, importLines, row } = setUp();
    await importLines(edition(9999));
    await release(3);
    expect(await subscribe()).toEqual({ ok: true, value: null });
    expect(await row()).toMatchObject({ active: { header: { version: 3 }, origin: { kind: 'subscription' } } });
  });

  test('T17: is not what a signed patch is laid upon', async () => {
    const { subscribe, release, importLines, row, server, log } = setUp();
    const forged = edition(3).map((line) => line.replace('Fact 0.', 'Not what the publisher wrote.'));
    expect(forged).not.toEqual(edition(3));
    await importLines(forged);
    await release(4, { previous: { version: 3, lines: edition(3) } });
    await subscribe();
    expect([...server.files.keys()]).toContain('/demo-3-4.factpatch.jsonl.gz');
    expect(log.some(({ address }) => address.includes('factpatch'))).toBe(false);
    expect(await row()).toMatchObject({ active: { header: { version: 4 }, origin: { kind: 'subscription' } } });
  });
});
