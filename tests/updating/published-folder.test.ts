import { once } from 'node:events';
import { renameSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createStaticServer } from '../../src/cli/publishing/static-server.ts';
import type { RequestEntry } from '../../src/core/updates/request-entry.ts';
import type { Subscription } from '../../src/core/updates/subscription.ts';
import { createConnection } from '../../src/storage/connection.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { listPacks } from '../../src/storage/pack-store.ts';
import { createImportService } from '../../src/updating/import-service.ts';
import { createLoggedFetch } from '../../src/updating/logged-fetch.ts';
import { createUpdateService } from '../../src/updating/update-service.ts';
import { makePublishingFolder } from '../fixtures/publishing-folder.ts';
import { runPack } from '../fixtures/run-pack.ts';

type Key = { readonly file: string; readonly publicKey: string };

let folder = makePublishingFolder();
let [main, spare]: Key[] = [];
let server: Server;
let url = '';
let serial = 0;
const roots: string[] = [];

const sign = async (version: number, ...args: string[]): Promise<void> => {
  const { status, err } = await runPack('sign', '--out', folder.site, ...args, folder.writeVersion(version));
  expect([status, err]).toEqual([0, '']);
};
const by = (...keys: (Key | undefined)[]): string[] => keys.flatMap((key) => ['--key', key?.file ?? '']);
const next = (...keys: (Key | undefined)[]): string[] => keys.flatMap((key) => ['--next-key', key?.publicKey ?? '']);

beforeEach(async () => {
  folder = makePublishingFolder();
  roots.push(folder.root);
  [main, spare] = [await folder.makeKey('main'), await folder.makeKey('spare')];
  await sign(1, ...by(main), ...next(main, spare));
  server = createStaticServer(folder.site);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}/demo.manifest.json`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
});
afterAll(() => {
  for (const root of roots) rmSync(root, { recursive: true });
});

/** Somebody who has subscribed to what the folder publishes, over real connections. */
async function subscribe() {
  const name = `published-${++serial}`;
  const connection = createConnection((onClosed) => openDatabase(onClosed, name));
  let subscriptions: readonly Subscription[] = [];
  const log: RequestEntry[] = [];
  const rows = async () => listPacks(await connection());
  const imports = createImportService({
    ...{ connection, now: () => Date.now(), exclusively: (work) => work(), onInstalled: () => Promise.resolve() },
    findOrdinaryWords: () => Promise.resolve([]),
    wasRemoved: () => Promise.resolve(false),
    subscribedPacks: () => Promise.resolve(new Set()),
    endSubscription: () => Promise.resolve(),
    fetchDefaultPack: () => Promise.reject(new Error('not asked for')),
  });
  const updates = createUpdateService({
    fetch: createLoggedFetch(
      (address, init) => fetch(address, init),
      () => Date.now(),
      (entry) => Promise.resolve(void log.push(entry)),
    ),
    ...{ imports, now: () => Date.now(), random: () => 0 },
    findPack: async (id) => (await rows()).find((row) => row.id === id) ?? null,
    readSubscriptions: () => Promise.resolve(subscriptions),
    changeSubscriptions: (change) => Promise.resolve(void (subscriptions = change(subscriptions))),
  });
  const preview = await updates.preview(url, null);
  if (!preview.ok) throw new Error(preview.error.code);
  const { pack, title, channel, threshold, keys } = preview.value;
  const pinned = { keys: keys.map(({ key }) => key), token: null, schedule: 'daily' as const, isAutomatic: true };
  expect(await updates.subscribe({ pack, title, url, channel, threshold, ...pinned })).toMatchObject({ ok: true });
  return {
    log,
    /** Asks for updates. Gives the version in use afterwards and what went wrong. */
    async check() {
      const checked = await updates.check('demo');
      const version = (await rows())[0]?.active.header.version;
      return { version, failure: checked.ok ? null : checked.error.code };
    },
    keys: () => subscriptions[0]?.keys,
  };
}

describe('what `pack sign` writes and `pack serve` serves', () => {
  test('is taken, and the next version by its patch', async () => {
    const reader = await subscribe();
    expect(await reader.check()).toEqual({ version: 1, failure: null });
    expect(reader.log.at(-1)?.outcome).toBe('unchanged');
    await sign(2, ...by(main));
    expect(await reader.check()).toEqual({ version: 2, failure: null });
    expect(reader.log.at(-1)).toMatchObject({ address: expect.stringContaining('demo-1-2.factpatch.jsonl.gz') });
  });

  test('hands over to a new key, and stays good for who was away if both sign', async () => {
    const [reader, traveller] = [await subscribe(), await subscribe()];
    const fresh = await folder.makeKey('fresh');
    await sign(1, '--renew', ...by(main, fresh), ...next(fresh, spare));
    await reader.check();
    expect(reader.keys()).toEqual([fresh.publicKey, spare?.publicKey]);
    await sign(2, ...by(main, fresh));
    for (const one of [reader, traveller]) expect(await one.check()).toEqual({ version: 2, failure: null });
    await sign(3, ...by(fresh));
    for (const one of [reader, traveller]) expect(await one.check()).toEqual({ version: 3, failure: null });
  });

  test('goes on with the spare key when the other is lost', async () => {
    const reader = await subscribe();
    await sign(2, ...by(spare), ...next(spare));
    expect(await reader.check()).toEqual({ version: 2, failure: null });
    expect(reader.keys()).toEqual([spare?.publicKey]);
  });

  test('begins anew when all keys are lost: who knew the old ones is told, and keeps what there is', async () => {
    const reader = await subscribe();
    const fresh = await folder.makeKey('fresh');
    renameSync(folder.manifest, folder.at('lost.manifest.json'));
    await sign(2, ...by(fresh));
    expect(await reader.check()).toEqual({ version: 1, failure: 'unknown-key' });
    expect(await (await subscribe()).check()).toEqual({ version: 2, failure: null });
  });
});
