import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { BROWSERS, type TestPage } from '../drive.ts';
import { expectCard, hover, until } from '../reader.ts';
import { useStage } from '../stage.ts';
import { expectSeen, seenMarked } from './seen-marked.ts';

const ROUTES = {
  '/news': () => '<!doctype html><meta charset="utf-8"><title>News</title><p>Yesterday Huawei met Baidu.</p>',
};
/** After this time nothing of the old extension is to be felt. */
const SETTLED_MS = 5000;
const NAMES = ['Baidu', 'Huawei'];

const countCards = (page: TestPage): Promise<number> =>
  page.evaluate(() => document.querySelectorAll(':popover-open').length, null);
const registered = (page: TestPage): Promise<string[]> => page.evaluate(() => [...CSS.highlights.keys()], null);

describe.each(BROWSERS)('an extension that is reloaded under an open tab in %s', (name) => {
  const stage = useStage(name, ROUTES, {});

  async function openAndReload(): Promise<{ page: TestPage; old: string[] }> {
    const page = await stage.open('/news');
    await expectSeen(page, NAMES);
    const old = await registered(page);
    await stage.browser.extensionControl.reload();
    await page.bringToFront();
    // The new annotator registers a highlight of a name of its own.
    await until(
      () => registered(page),
      (keys) => keys.some((key) => !old.includes(key)),
      'the highlight of the new extension',
    );
    await sleep(SETTLED_MS);
    return { page, old };
  }

  test('S21: a hover opens one card, of the new extension, and the page has no error in its console', async () => {
    const { page } = await openAndReload();
    await hover(page, 'p', 'Baidu');
    await expectCard(page, 'Baidu');
    await sleep(500);
    expect(await countCards(page)).toBe(1);
    expect(page.complaints).toEqual([]);
    await page.close();
  });

  test('S21: names are seen marked once within 5 s', async () => {
    const { page } = await openAndReload();
    expect(await seenMarked(page)).toEqual(NAMES);
    await page.close();
  });

  // Firefox makes a dead object of the old highlight, which no script of ours may touch; its style is gone, and it is not seen.
  test.runIf(name === 'chromium')('S21: nothing of the old extension is left in the registry within 5 s', async () => {
    const { page, old } = await openAndReload();
    expect((await registered(page)).filter((key) => old.includes(key))).toEqual([]);
    await page.close();
  });

  test('S21: an open card of the old extension is gone within 5 s', async () => {
    const page = await stage.open('/news');
    await expectSeen(page, NAMES);
    await hover(page, 'p', 'Huawei');
    await expectCard(page, 'Huawei');
    await stage.browser.extensionControl.reload();
    await page.bringToFront();
    await sleep(SETTLED_MS);
    expect(await countCards(page)).toBe(0);
    await page.close();
  });

  // The last one: there is no extension after it.
  test('S21: removed, its marks are no longer seen after 5 s, without an error', async () => {
    const page = await stage.open('/news');
    await expectSeen(page, NAMES);
    await stage.browser.extensionControl.remove();
    await page.bringToFront();
    await sleep(SETTLED_MS);
    expect(await seenMarked(page)).toEqual([]);
    expect(page.complaints).toEqual([]);
    await page.close();
  });
});
