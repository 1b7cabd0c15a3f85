import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
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

  /** A tab on which a card of the old extension was open, 5 s after the new one took over. */
  let page: TestPage;
  let old: string[];

  beforeAll(async () => {
    page = await stage.open('/news');
    await expectSeen(page, NAMES);
    old = await registered(page);
    await hover(page, 'p', 'Huawei');
    await expectCard(page, 'Huawei');
    await stage.browser.extensionControl.reload();
    await page.bringToFront();
    // The new annotator registers a highlight of a name of its own.
    await until(
      () => registered(page),
      (keys) => keys.some((key) => !old.includes(key)),
      'the highlight of the new extension',
    );
    await sleep(SETTLED_MS);
  });

  test('S21: an open card of the old extension is gone within 5 s', async () => {
    expect(await countCards(page)).toBe(0);
  });

  test('S21: names are seen marked once within 5 s', async () => {
    expect(await seenMarked(page)).toEqual(NAMES);
  });

  // Firefox makes a dead object of the old highlight, which no script of ours may touch; its style is gone, and it is not seen.
  test.runIf(name === 'chromium')('S21: nothing of the old extension is left in the registry within 5 s', async () => {
    expect((await registered(page)).filter((key) => old.includes(key))).toEqual([]);
  });

  test('S21: a hover opens one card, of the new extension, and the page has no error in its console', async () => {
    await hover(page, 'p', 'Baidu');
    await expectCard(page, 'Baidu');
    await sleep(500);
    expect(await countCards(page)).toBe(1);
    expect(page.complaints).toEqual([]);
    await page.close();
  });

  // The last one: there is no extension after it.
  test('S21: removed, its marks are no longer seen after 5 s, without an error', async () => {
    const last = await stage.open('/news');
    await expectSeen(last, NAMES);
    await stage.browser.extensionControl.remove();
    await last.bringToFront();
    await sleep(SETTLED_MS);
    expect(await seenMarked(last)).toEqual([]);
    expect(last.complaints).toEqual([]);
    await last.close();
  });
});
