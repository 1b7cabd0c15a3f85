import { setTimeout as sleep } from 'node:timers/promises';
import type { TestPage } from '../browser/drive.ts';
import { request } from '../browser/own-page.ts';

const RECORDS = [
  { source: { id: 'g-source', type: 'webpage', title: 'Tractor Weekly', URL: 'https://tractors.example/1' } },
  {
    entity: {
      ...{ id: 'roadrunner', name: 'Roadrunner Tractors', type: 'company' },
      aliases: [{ text: 'Roadrunner' }, { text: '走鹃拖拉机' }],
    },
  },
  { entity: { id: 'moon', name: 'شركة القمر للاتصالات المتقدمة', type: 'company', aliases: [] } },
  {
    fact: {
      ...{ id: 'g-fact', subjects: ['roadrunner'], kind: 'note', certainty: 'reported' },
      statement: 'Roadrunner sold every tractor it had made since the spring, and two that it had not.',
      ...{ asOf: { basis: 'stated', date: '2026-11' }, references: [{ source: 'g-source' }] },
    },
  },
];

const click = (page: TestPage, selector: string): Promise<void> =>
  page.evaluate((wanted) => {
    const found = document.querySelector<HTMLElement>(wanted);
    found?.scrollIntoView({ block: 'center' });
    found?.click();
  }, selector);

/** Records of the user's own, one of them in the trash. */
async function writeRecords(page: TestPage): Promise<void> {
  await request(page, 'page.editOwn', { put: RECORDS, remove: [] });
  await request(page, 'page.removeOwn', { kind: 'fact', id: 'g-fact' });
  await page.evaluate(() => dispatchEvent(new HashChangeEvent('hashchange')), null);
  await sleep(500);
}

/** The user's pack with a form of it open, and something wrong in the form. */
export async function showOwnPack(page: TestPage): Promise<void> {
  await writeRecords(page);
  await click(page, '[data-new="entity"]');
  await sleep(200);
  await click(page, '.record-form [type="submit"]');
  await sleep(500);
}

/** A fact being added to a name. */
export async function showNewFact(page: TestPage): Promise<void> {
  await click(page, '[data-new="fact"]');
  await sleep(200);
  await click(page, '.record-form [type="submit"]');
  await sleep(500);
}

/** Sharing between devices, on, with another device and a contradiction. */
export async function showSharing(page: TestPage): Promise<void> {
  await writeRecords(page);
  await request(page, 'page.setNote', { target: { kind: 'entity', pack: 'own', id: 'moon' }, text: 'Ask Hank.' });
  await request(page, 'page.setSync', { isOn: true });
  // What the extension writes into the account makes it look once more.
  await sleep(1500);
  await page.evaluate(async () => {
    const { browser, chrome: chromium } = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
    const { local } = (browser ?? chromium).storage;
    const { sync } = (await local.get('sync')) as { sync: Record<string, unknown> };
    const word = { key: 'note entity own/moon', isRemoved: false, at: 1, device: 'b'.repeat(16) };
    const conflict = {
      key: word.key,
      kept: { ...word, value: { text: 'Ask Hank.' } },
      lost: { ...word, value: { text: 'Hank does not know; ask in Riyadh.' } },
    };
    await local.set({ sync: { ...sync, conflicts: [conflict] } });
    dispatchEvent(new HashChangeEvent('hashchange'));
  }, null);
  await sleep(600);
  await page.evaluate(() => document.querySelector('[data-sync]')?.scrollIntoView(), null);
}
