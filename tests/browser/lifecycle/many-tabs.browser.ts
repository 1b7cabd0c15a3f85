import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../drive.ts';
import { openManager, readStore } from '../own-page.ts';
import { expectMarks } from '../reader.ts';
import { useStage } from '../stage.ts';
import { isThorough } from '../thoroughness.ts';

/** Forty are what two cores can open in a minute. */
const TABS = isThorough ? 40 : 20;

describe.each(BROWSERS)('many tabs in %s', (name) => {
  const stage = useStage(name, {
    '/news': () => '<!doctype html><meta charset="utf-8"><title>News</title><p>Yesterday Huawei met Baidu.</p>',
  });

  test(`M16: ${TABS} opened at once are all marked, and the background answers`, async () => {
    const manager = await openManager(stage);
    const pages = await Promise.all(Array.from({ length: TABS }, () => stage.open('/news')));
    expect(await readStore(manager)).toMatch(/"id":"china-ai"/);
    for (const page of pages) {
      // Browsers draw nothing, and give no frames, in tabs that nobody sees.
      await page.bringToFront();
      await expectMarks(page, ['Huawei', 'Baidu']);
    }
    expect(pages.flatMap((page) => page.complaints)).toEqual([]);
    await Promise.all([...pages, manager].map((page) => page.close()));
  });
});
