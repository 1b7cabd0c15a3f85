import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeFact, packLines } from '../fixtures/builders.ts';
import { captureFrom, select } from './capture/capture-from.ts';
import { BROWSERS, type TestPage } from './drive.ts';
import { openManager, request } from './own-page.ts';
import { expectCard, expectMarks, hover, until } from './reader.ts';
import { clickOn, useStage } from './stage.ts';

const ROUTES = {
  '/acme': () => '<!doctype html><meta charset="utf-8"><title>Acme</title><p>Acme Robotics met Huawei.</p>',
};
/** What stands beside the database. */
const STORED_KEYS = [
  'settings',
  'privacy',
  'corrections',
  'subscriptions',
  'packMirror',
  'captures',
  'overlay',
  'merges',
];
const CORRECTION = { verdict: 'never', entity: { pack: 'demo', id: 'acme' }, alias: 'Acme' };

const textOf = (page: TestPage): Promise<string> => page.evaluate(() => document.body.textContent ?? '', null);
const expectText = (page: TestPage, said: RegExp): Promise<string> =>
  until(
    () => textOf(page),
    (text) => said.test(text),
    String(said),
  );
const goTo = async (page: TestPage, origin: string, view: string, said: RegExp): Promise<void> => {
  await page.gotoOwnPage(`${origin}/manager.html#/${view}`);
  await expectText(page, said);
};

/** What a backup promises to bring back, as the manager sees it. */
async function readAll(manager: TestPage): Promise<unknown> {
  // As text: an object that stands in two places comes through the driver of Firefox once.
  const stored = await manager.evaluate(async (keys) => {
    const { browser, chrome: chromium } = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
    return JSON.stringify(await (browser ?? chromium).storage.local.get([...keys]));
  }, STORED_KEYS);
  const answer = (await request(manager, 'page.packs', {})) as { value: { packs: Record<string, unknown>[] } };
  const packs = answer.value.packs.map(({ active, kept: _kept, ...pack }) => {
    const { layer: _layer, ...version } = active as Record<string, unknown>;
    return { ...pack, version };
  });
  return { stored: JSON.parse(stored) as unknown, packs };
}

/** A subscription that asks for nothing by itself. */
const storeSubscription = (manager: TestPage): Promise<void> =>
  manager.evaluate(
    (subscriptions) => {
      const { browser, chrome: chromium } = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
      return (browser ?? chromium).storage.local.set({ subscriptions });
    },
    [
      {
        ...{ pack: 'demo', title: 'Demo', url: 'https://packs.example/a', channel: 'stable', schedule: 'never' },
        ...{ token: null, isAutomatic: true, keys: [], threshold: 1, highestVersion: 1, highestSha256: null },
        ...{ channels: {}, etag: null, checkedAt: 1, updatedAt: 2, nextCheckAt: null, expiresAt: null },
        ...{ failures: 0, failure: null },
      },
    ],
  );

/** Clicks "Save a backup" and catches the file that the page hands to the browser; in Base64. */
async function saveBackup(manager: TestPage): Promise<string> {
  await manager.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file: Blob) => {
      Object.assign(globalThis, { savedBackup: file });
      return make(file);
    };
  }, null);
  await clickOn(manager, '[data-save]');
  await expectText(manager, /was saved/);
  return manager.evaluate(async () => {
    const { savedBackup } = globalThis as unknown as { savedBackup: Blob };
    return (await savedBackup.bytes()).toBase64();
  }, null);
}

describe.each(BROWSERS)('a backup in %s', (name) => {
  const old = useStage(name, ROUTES);
  const fresh = useStage(name, ROUTES, {});
  let folder: string;
  let saved: unknown;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sidelight-backup-'));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test('is saved from the manager', async () => {
    const pack = join(folder, 'demo.factpack.jsonl');
    await writeFile(pack, packLines({ facts: [makeFact({ statement: 'Acme has five labs.' })] }).join('\n'));
    const manager = await openManager(old);
    await manager.setInputFile('input[type="file"]', pack);
    await expectText(manager, /Pack demo, version 1/);
    await request(manager, 'page.addCorrection', { correction: CORRECTION });
    await request(manager, 'page.setPackOrder', { packs: ['demo', 'china-ai'] });
    await request(manager, 'page.setPackPrivacy', { pack: 'china-ai', privacy: 'overlay' });
    await request(manager, 'page.setNote', { target: { kind: 'entity', ...CORRECTION.entity }, text: 'Ask Hank.' });
    const [a, b] = [CORRECTION.entity, { pack: 'china-ai', id: 'huawei' }];
    await request(manager, 'page.setMerge', { a, b, verdict: 'different' });
    await storeSubscription(manager);
    const article = await old.open('/acme');
    await select(article, '', 0, 4);
    await captureFrom(manager, article, 'fact');
    await article.close();
    saved = await readAll(manager);
    await goTo(manager, old.browser.extensionOrigin, 'backup', /Save a backup/);
    await writeFile(join(folder, 'backup.jsonl.gz'), Buffer.from(await saveBackup(manager), 'base64'));
    expect(manager.complaints).toEqual([]);
    await manager.close();
  });

  test('a cut file is refused in a fresh profile, and the whole one restored', async () => {
    const manager = await openManager(fresh);
    await goTo(manager, fresh.browser.extensionOrigin, 'backup', /Save a backup/);
    const whole = join(folder, 'backup.jsonl.gz');
    const cut = join(folder, 'cut.jsonl');
    await writeFile(cut, '{"format":"sidelight-backup","formatVersion":1,"savedAt":1,"hasTokens":false,');
    await manager.setInputFile('input[type="file"]', cut);
    await expectText(manager, /was not restored/);
    await manager.setInputFile('input[type="file"]', whole);
    await expectText(manager, /holds 2 packs/);
    await manager.screenshot({ path: resolve(`.artifacts/backup-${name}.png`) });
    await clickOn(manager, '[data-restore="ask"]');
    await until(
      () => manager.evaluate(() => document.querySelectorAll('[data-restore="replace"]').length, null),
      (count) => count === 1,
      'the second question',
    );
    await clickOn(manager, '[data-restore="replace"]');
    await expectText(manager, /The backup is restored/);
    expect(await readAll(manager)).toEqual(saved);
    expect(manager.complaints).toEqual([]);
    await manager.close();
  });

  test('and the cards are there', async () => {
    const article = await fresh.open('/acme');
    await expectMarks(article, ['Acme Robotics']);
    await hover(article, 'p', 'Acme Robotics');
    const card = await expectCard(article, 'Acme Robotics');
    expect(await card.evaluate(() => document.body.textContent, null)).toContain('Acme has five labs.');
    await article.close();
  });
});
