import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { packLines } from '../fixtures/builders.ts';
import { BROWSERS, type TestPage } from './drive.ts';
import { openManager, request } from './own-page.ts';
import { until } from './reader.ts';
import { clickOn, useStage } from './stage.ts';
import { servePublisher, type Answerer, type PublisherServer } from './updates/publisher-server.ts';

const template = (file: string): string => readFileSync(`data/template/${file}`, 'utf8');
const edition = (id: string, version: number): string => packLines({ id, version }).join('\n');

type GivenFile = { readonly name: string; readonly text: string };

/** Lets go of files over the page, as after they were dragged there. */
const drop = (manager: TestPage, files: readonly GivenFile[]): Promise<void> =>
  manager.evaluate((given) => {
    const data = new DataTransfer();
    for (const { name, text } of given) data.items.add(new File([text], name));
    document.querySelector('.drop-zone')?.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true }));
  }, files);

const textOf = (page: TestPage): Promise<string> => page.evaluate(() => document.body.textContent ?? '', null);
const expectText = (page: TestPage, said: RegExp): Promise<string> =>
  until(
    () => textOf(page),
    (text) => said.test(text),
    String(said),
  );

/** Types an address and asks for it once. */
async function importOnce(manager: TestPage, address: string): Promise<void> {
  await manager.evaluate((typed) => {
    const input = document.querySelector<HTMLInputElement>('.address-form input');
    if (input === null) throw new Error('no field for addresses');
    input.value = typed;
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }, address);
  await clickOn(manager, '.address-form button[type="button"]');
}

type InstalledPack = { readonly id: string; readonly active: { readonly version: number; readonly origin: object } };

describe.each(BROWSERS)('the import in the manager, in %s', (name) => {
  const stage = useStage(name, {}, {});
  let manager: TestPage;
  let publisher: PublisherServer;
  beforeAll(async () => {
    publisher = await servePublisher();
  });
  afterAll(() => publisher.close());
  beforeEach(async () => {
    await manager?.close();
    manager = await openManager(stage);
    await expectText(manager, /Drop/);
  });
  const packOf = async (id: string): Promise<InstalledPack | undefined> => {
    const { value } = (await request(manager, 'page.packs', {})) as { value: { packs: InstalledPack[] } };
    return value.packs.find((pack) => pack.id === id);
  };

  test('several files dropped at once: each is told for itself', async () => {
    await drop(manager, [
      { name: 'one.factpack.jsonl', text: edition('one', 1) },
      { name: 'two.factpack.jsonl', text: edition('two', 1) },
      { name: 'bad.factpack.jsonl', text: '{"format":"something else"}' },
    ]);
    await expectText(manager, /bad\.factpack\.jsonl[^.]*1 problem/);
    await until(
      async () => [await packOf('one'), await packOf('two')].every((pack) => pack !== undefined),
      Boolean,
      'both packs',
    );
    expect(await packOf('bad')).toBeUndefined();
  });

  test('spreadsheets wait for their columns, and become a pack', async () => {
    await drop(
      manager,
      ['entities.csv', 'facts.csv', 'sources.csv'].map((file) => ({ name: file, text: template(file) })),
    );
    await until(
      () => manager.evaluate(() => document.querySelector('.csv-wizard') !== null, null),
      Boolean,
      'the wizard',
    );
    await clickOn(manager, '.csv-wizard button[type="submit"]');
    await expectText(manager, /is installed/);
    const { value } = (await request(manager, 'page.packs', {})) as { value: { packs: { id: string }[] } };
    expect(value.packs.length).toBeGreaterThan(1);
  });

  test('S16: what was fetched may be older if it is meant, and is known by its address', async () => {
    await drop(manager, [{ name: 'aged.factpack.jsonl', text: edition('aged', 3) }]);
    await expectText(manager, /is installed/);
    publisher.files = new Map([['/aged.factpack.jsonl', edition('aged', 2)]]);
    await importOnce(manager, `${publisher.origin}/aged.factpack.jsonl`);
    await expectText(manager, /version 2 of "aged", and version 3 is installed/);
    await clickOn(manager, '.import .import > button');
    await until(
      async () => (await packOf('aged'))?.active.version,
      (version) => version === 2,
      'the older version',
    );
    expect((await packOf('aged'))?.active.origin).toMatchObject({
      kind: 'address',
      url: `${publisher.origin}/aged.factpack.jsonl`,
    });
  });

  test('a slow download shows how far it is, and can be stopped', async () => {
    const size = 200_000;
    let isOver = false;
    const drip: Answerer = (response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': size });
      response.write(Buffer.alloc(50_000, ' '));
      response.on('close', () => {
        isOver = true;
      });
    };
    publisher.files = new Map([['/slow.factpack.jsonl', drip]]);
    await importOnce(manager, `${publisher.origin}/slow.factpack.jsonl`);
    await expectText(manager, /Fetching http:\S+slow\.factpack\.jsonl: \d+(\.\d+)? kB of 2\d\d(\.\d+)? kB/);
    await manager.screenshot({ path: `.artifacts/fetching-${name}.png` });
    await clickOn(manager, '[data-phase="fetching"] .button');
    await expectText(manager, /You stopped it/);
    await until(() => Promise.resolve(isOver), Boolean, 'the request to end');
    expect(await manager.evaluate(() => document.querySelectorAll('.import-progress').length, null)).toBe(0);
  });

  test('a document and a sheet from an address are read for what they are', async () => {
    publisher.files = new Map([['/export', template('entities.csv')]]);
    await importOnce(manager, `${publisher.origin}/export`);
    await until(
      () => manager.evaluate(() => document.querySelector('.csv-wizard') !== null, null),
      Boolean,
      'the wizard',
    );
  });

  test('S15: a file that calls itself what comes from a subscription asks first', async () => {
    await drop(manager, [{ name: 'held.factpack.jsonl', text: edition('held', 1) }]);
    await expectText(manager, /is installed/);
    await manager.evaluate(
      (subscriptions) => {
        const { browser, chrome: chromium } = globalThis as unknown as {
          browser?: typeof chrome;
          chrome: typeof chrome;
        };
        return (browser ?? chromium).storage.local.set({ subscriptions });
      },
      [
        {
          ...{ pack: 'held', title: 'Held', url: 'https://packs.example/a', channel: 'stable', schedule: 'never' },
          ...{ token: null, isAutomatic: true, keys: [], threshold: 1, highestVersion: 1, highestSha256: null },
          ...{ channels: {}, etag: null, checkedAt: 1, updatedAt: 2, nextCheckAt: null, expiresAt: null },
          ...{ failures: 0, failure: null },
        },
      ],
    );
    await drop(manager, [{ name: 'forged.factpack.jsonl', text: edition('held', 9) }]);
    await expectText(manager, /cannot show that it is by the same publisher/);
    expect((await packOf('held'))?.active.version).toBe(1);
    await clickOn(manager, '.import .import > button');
    await until(
      async () => (await packOf('held'))?.active.version,
      (version) => version === 9,
      'the file that was meant',
    );
    const stored = await manager.evaluate(async () => {
      const { browser, chrome: chromium } = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
      return JSON.stringify((await (browser ?? chromium).storage.local.get('subscriptions'))['subscriptions']);
    }, null);
    expect(JSON.parse(stored)).toEqual([]);
  });
});
