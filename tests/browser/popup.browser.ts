import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { makeFact, packLines } from '../fixtures/builders.ts';
import { BROWSERS, type TestPage } from './drive.ts';
import { expectCard, expectMarks, hover, markedIn, until } from './reader.ts';
import { clickOn, openPopup, useStage } from './stage.ts';

const ARTICLE =
  '<!doctype html><meta charset="utf-8"><title>Acme</title><p>Acme Robotics met Huawei.</p><p>And Huawei left.</p>';
const LONG = `<!doctype html><meta charset="utf-8"><title>Long</title><p>Huawei first.</p><div style="height:5000px"></div><p id="end">SenseTime far below.</p>`;

const folder = await mkdtemp(join(tmpdir(), 'sidelight-packs-'));
async function packFile(name: string, lines: readonly string[]): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, lines.join('\n'));
  return path;
}

const text = (page: TestPage, selector: string): Promise<string> =>
  page.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? '', selector);

const expectText = (page: TestPage, selector: string, wanted: RegExp): Promise<string> =>
  until(
    () => text(page, selector),
    (found) => wanted.test(found),
    `${selector} should say ${wanted}`,
  );

describe.each(BROWSERS)('in %s', (name) => {
  const stage = useStage(name, { '/acme': () => ARTICLE, '/long': () => LONG });

  /** The page with the file input: the popup, or where file dialogs close it, the manager. */
  async function openImport(page: TestPage): Promise<TestPage> {
    if (name === 'chromium') return openPopup(stage, page);
    const manager = await stage.browser.newPage();
    await manager.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/packs`);
    return manager;
  }

  test('lists the names of the page with their counts, and the packs with version and counts', async () => {
    const page = await stage.open('/acme');
    await expectMarks(page, ['Huawei', 'Huawei']);
    const popup = await openPopup(stage, page);
    await expectText(popup, '.mentions', /^Huawei2$/);
    expect(await text(popup, '[data-pack="china-ai"]')).toMatch(/Version 1.*158 names.*358 facts.*39 sources/);
    await until(
      () =>
        popup.evaluate(async () => {
          type Globals = { browser?: typeof chrome; chrome: typeof chrome };
          const { browser, chrome: chromium } = globalThis as unknown as Globals;
          const tabId = Number(new URLSearchParams(location.search).get('tab'));
          return (browser ?? chromium).action.getBadgeText({ tabId });
        }, null),
      (badge) => badge === '2',
      'the number on the toolbar',
    );
    await popup.screenshot({ path: resolve(`.artifacts/popup-${name}.png`) });
    await Promise.all([popup.close(), page.close()]);
  });

  test('off and on everywhere is felt in an open tab at once', async () => {
    const page = await stage.open('/acme');
    await expectMarks(page, ['Huawei', 'Huawei']);
    const popup = await openPopup(stage, page);
    await clickOn(popup, '.switch-row:nth-child(1) .switch');
    await expectMarks(page, []);
    await expectText(popup, '[aria-label="On this page"]', /Sidelight is off\./);
    const other = await stage.open('/static.html');
    await sleep(1500);
    expect(await markedIn(other)).toEqual([]);
    await clickOn(popup, '.switch-row:nth-child(1) .switch');
    await expectMarks(page, ['Huawei', 'Huawei']);
    await Promise.all([popup.close(), page.close(), other.close()]);
  });

  test('off and on on this site, one click each', async () => {
    const page = await stage.open('/acme');
    await expectMarks(page, ['Huawei', 'Huawei']);
    const popup = await openPopup(stage, page);
    expect(await text(popup, '.switch-row:nth-child(2)')).toContain('localhost');
    await clickOn(popup, '.switch-row:nth-child(2) .switch');
    await expectMarks(page, []);
    await expectText(popup, '[aria-label="On this page"]', /off on this site/);
    await clickOn(popup, '.switch-row:nth-child(2) .switch');
    await expectMarks(page, ['Huawei', 'Huawei']);
    await Promise.all([popup.close(), page.close()]);
  });

  test('off in this tab until it is reloaded, and on again before', async () => {
    const page = await stage.open('/acme');
    await expectMarks(page, ['Huawei', 'Huawei']);
    const other = await stage.open('/long');
    const popup = await openPopup(stage, page);
    await clickOn(popup, '.switch-row:nth-child(3) .switch');
    await expectMarks(page, []);
    await expectText(popup, '[aria-label="On this page"]', /Sidelight is off in this tab\./);
    await other.bringToFront();
    await expectMarks(other, ['Huawei']);
    await popup.bringToFront();
    await clickOn(popup, '.switch-row:nth-child(3) .switch');
    await page.bringToFront();
    await expectMarks(page, ['Huawei', 'Huawei']);
    await popup.bringToFront();
    await clickOn(popup, '.switch-row:nth-child(3) .switch');
    await expectMarks(page, []);
    await page.bringToFront();
    await page.reload();
    await expectMarks(page, ['Huawei', 'Huawei']);
    await Promise.all([popup.close(), page.close(), other.close()]);
  });

  test('only on sites that are listed: off at once, and on after one click on the site', async () => {
    const page = await stage.open('/acme');
    await expectMarks(page, ['Huawei', 'Huawei']);
    const popup = await openPopup(stage, page);
    const choose = (value: string) =>
      popup.evaluate((wanted) => {
        const select = [...document.querySelectorAll<HTMLSelectElement>('.popup-settings select')].find((each) =>
          [...each.options].some((option) => option.value === wanted),
        );
        if (select === undefined) return;
        select.value = wanted;
        select.dispatchEvent(new Event('change', { bubbles: true }));
      }, value);
    await choose('listed');
    await expectMarks(page, []);
    await expectText(popup, '[aria-label="On this page"]', /not one of those you listed/);
    await clickOn(popup, '.switch-row:nth-child(2) .switch');
    await page.bringToFront();
    await expectMarks(page, ['Huawei', 'Huawei']);
    await popup.bringToFront();
    await choose('page');
    await page.bringToFront();
    await expectMarks(page, ['Huawei']);
    await popup.bringToFront();
    await choose('every');
    await choose('all');
    await page.bringToFront();
    await expectMarks(page, ['Huawei', 'Huawei']);
    await Promise.all([popup.close(), page.close()]);
  });

  test('choosing a name scrolls the page there and flashes it', async () => {
    const page = await stage.open('/long');
    await until(
      () => markedIn(page),
      (marks) => marks.length > 0,
      'marks',
    );
    const popup = await openPopup(stage, page);
    await expectText(popup, '.mentions', /SenseTime1/);
    // As under a real popup: in a tab behind another, timers are slowed and the flash may be missed.
    await page.bringToFront();
    await popup.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('.mention')]
          .find((item) => item.textContent?.startsWith('SenseTime'))
          ?.click(),
      null,
    );
    // Twice: as a mark, and as a flash above it.
    await until(
      async () => ({ top: await page.evaluate(() => scrollY, null), marks: await markedIn(page) }),
      ({ top, marks }) => top > 1000 && marks.join() === 'SenseTime,SenseTime',
      'the page at the name',
    );
    await Promise.all([popup.close(), page.close()]);
  });

  test('an imported pack is marked and shown in a tab that was open before; a newer version replaces it whole', async () => {
    const page = await stage.open('/acme');
    await expectMarks(page, ['Huawei', 'Huawei']);
    const importPage = await openImport(page);
    await importPage.setInputFile('input[type="file"]', await packFile('demo-1.factpack.jsonl', packLines()));
    await expectText(importPage, '[role="status"]', /Pack demo, version 1, is installed: 1 fact about 1 name\./);
    await expectMarks(page, ['Acme Robotics', 'Huawei', 'Huawei']);

    const second = packLines({ version: 2, facts: [makeFact({ id: 'f2', statement: 'Acme closed its doors.' })] });
    await importPage.setInputFile('input[type="file"]', await packFile('demo-2.factpack.jsonl', second));
    await expectText(importPage, '[role="status"]', /version 2, is installed/);
    await hover(page, 'p', 'Acme Robotics');
    const card = await expectCard(page, 'Acme Robotics');
    expect(await card.evaluate(() => document.querySelector('.claims')?.textContent ?? '', null)).toMatch(
      /Acme closed its doors/,
    );
    expect(await card.evaluate(() => document.querySelectorAll('[data-fact]').length, null)).toBe(1);
    await Promise.all([importPage.close(), page.close()]);
  });

  test('a pack with bad records is refused whole, every problem listed, and what was there still shows', async () => {
    const page = await stage.open('/acme');
    const importPage = await openImport(page);
    const bad = [...packLines({ version: 3 }), '{"fact":{"id":"x"}}', 'not json'];
    await importPage.setInputFile('input[type="file"]', await packFile('bad.factpack.jsonl', bad));
    await expectText(
      importPage,
      '[role="status"]',
      /bad\.factpack\.jsonl was not imported: \d+ problems\. Your packs are unchanged\./,
    );
    const problems = await importPage.evaluate(
      () => [...document.querySelectorAll('.problems li')].map((item) => item.textContent ?? ''),
      null,
    );
    expect(problems).toContainEqual(expect.stringMatching(/^Line 5fact\.subjects is missing\.$/));
    expect(problems).toContainEqual(expect.stringMatching(/^Line 6The line is not JSON/));
    await expectText(importPage, '[data-pack="demo"]', /Version 2/);
    await Promise.all([importPage.close(), page.close()]);
  });
});
