import { describe, expect, test } from 'vitest';
import { BROWSERS, type TestPage } from './drive.ts';
import { openManager, request } from './own-page.ts';
import { expectMarks, until } from './reader.ts';
import { clickOn, useStage, type Stage } from './stage.ts';

const ROUTES = {
  '/hank': () => '<!doctype html><meta charset="utf-8"><title>Hank</title><p>Huawei met Roadrunner Tractors.</p>',
};
const ENTITY = { id: 'roadrunner', name: 'Roadrunner Tractors', type: 'company' };
const TARGET = { kind: 'entity', pack: 'own', id: 'roadrunner' };

/** A page of each profile on which sharing is turned on and off. */
async function openSharing(stage: Stage): Promise<TestPage> {
  const manager = await openManager(stage);
  await manager.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/backup`);
  await until(
    () => manager.evaluate(() => document.querySelectorAll('[data-sync]').length, null),
    (count) => count === 1,
    'the panel',
  );
  return manager;
}

async function turnOn(manager: TestPage): Promise<void> {
  await manager.bringToFront();
  await clickOn(manager, '[data-sync] .switch');
  await until(
    () => manager.evaluate(() => document.querySelectorAll('[data-sync="on"] [data-sync-now]').length, null),
    (count) => count === 1,
    'sharing to be on',
  );
}

/** Does what the account of the browser does where there is one: brings what one profile wrote to the other. */
async function carry(from: TestPage, to: TestPage): Promise<void> {
  await request(from, 'page.syncNow', {});
  const items = await from.evaluate(() => {
    const { browser, chrome: chromium } = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
    return (browser ?? chromium).storage.sync.get(null);
  }, null);
  await to.evaluate(async (sent) => {
    const { browser, chrome: chromium } = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
    const { local, sync } = (browser ?? chromium).storage;
    const stored = await local.get('sync');
    const { device } = stored['sync'] as { device: string };
    await sync.set(Object.fromEntries(Object.entries(sent).filter(([key]) => !key.includes(device))));
  }, items);
  await request(to, 'page.syncNow', {});
}

const notesOf = (manager: TestPage): Promise<string[]> =>
  manager.evaluate(async () => {
    const { browser, chrome: chromium } = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
    const { overlay } = await (browser ?? chromium).storage.local.get('overlay');
    return ((overlay ?? { notes: [] }) as { notes: { text: string }[] }).notes.map(({ text }) => text);
  }, null);

describe.each(BROWSERS)('two profiles in %s', (name) => {
  const [first, second] = [useStage(name, ROUTES), useStage(name, ROUTES, {})];

  test('share what the user wrote: it is marked at once in a tab that is open, and a contradiction is decided by a click', async () => {
    const [here, there] = [await openSharing(first), await openSharing(second)];
    await request(here, 'page.editOwn', { put: [{ entity: ENTITY }], remove: [] });
    await request(here, 'page.setNote', { target: TARGET, text: 'Ask Hank.' });
    // On both: of what two devices chose before they met, the later word counts.
    for (const device of [here, there]) await request(device, 'page.markOwnNames', { site: null });
    const reading = await second.open('/hank');
    await expectMarks(reading, ['Huawei']);
    await turnOn(here);
    await turnOn(there);
    await carry(here, there);
    await reading.bringToFront();
    await expectMarks(reading, ['Huawei', 'Roadrunner Tractors']);
    expect(await notesOf(there)).toEqual(['Ask Hank.']);

    await request(here, 'page.setNote', { target: TARGET, text: 'Hank is here.' });
    await request(there, 'page.setNote', { target: TARGET, text: 'Hank is there.' });
    await carry(here, there);
    await there.bringToFront();
    await clickOn(there, '[data-sync-now]');
    await until(
      () => there.evaluate(() => document.querySelector('[data-conflict]')?.textContent ?? '', null),
      (text) => /Hank is there\..*Hank is here\./s.test(text),
      'the contradiction',
    );
    expect(await notesOf(there)).toEqual(['Hank is there.']);
    await clickOn(there, '[data-settle="lost"]');
    await until(
      () => notesOf(there),
      (texts) => texts.join() === 'Hank is here.',
      'the other note',
    );
    await carry(there, here);
    expect(await notesOf(here)).toEqual(['Hank is here.']);
    expect([...here.complaints, ...there.complaints]).toEqual([]);
  });
});
