import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type TestPage } from '../drive.ts';
import { openManager, readStore } from '../own-page.ts';
import { expectCard, expectMarks, hover, until } from '../reader.ts';
import { useStage } from '../stage.ts';
import { isThorough } from '../thoroughness.ts';
import { DISGUISES } from './disguises.ts';
import { recordLeak } from './leak-table.ts';

/** Places of a card to click, as shares of its width and height: a grid over all it has. */
const SHARES = [0.1, 0.3, 0.5, 0.7, 0.9];

/** Two rows of the grid for each way, and over all ways every row, unless all are asked for. */
const rowsFor = (way: string): number[] => {
  const first = Object.keys(DISGUISES).indexOf(way);
  return SHARES.filter((_, row) => isThorough || (row + first) % SHARES.length < 2);
};

/** Where the card is, or where it was last if the disguise made the browser close it. */
const boxOfCard = (page: TestPage) =>
  page.evaluate(() => {
    const { x, y, width, height } = document.documentElement.lastElementChild?.getBoundingClientRect() ?? new DOMRect();
    return { x, y, width, height };
  }, null);

describe.each(BROWSERS)('a disguised card in %s', (name) => {
  const stage = useStage(name, {
    '/clicks': () => '<!doctype html><meta charset="utf-8"><title>Clicks</title><p>Yesterday SenseTime grew.</p>',
  });
  let manager: TestPage;
  let changes = 0;
  beforeAll(async () => {
    manager = await openManager(stage);
  });
  afterAll(() => recordLeak('clicks', name, changes));

  test.each(Object.keys(DISGUISES))('T8: %s: real clicks on it change neither settings nor packs', async (way) => {
    const before = await readStore(manager);
    expect(before).toMatch(/"settings":\{.*china-ai/);
    for (const share of rowsFor(way)) {
      // In a tab of its own each time: a click may have opened the tab of a source before this one.
      const page = await stage.open('/clicks');
      await expectMarks(page, ['SenseTime']);
      await hover(page, 'p', 'SenseTime');
      await expectCard(page, 'SenseTime');
      const box = await until(
        () => boxOfCard(page),
        ({ height }) => height > 50,
        'a card with a height',
      );
      await page.evaluate(DISGUISES[way] as () => void, null);
      for (const across of SHARES) await page.mouse.click(box.x + box.width * across, box.y + box.height * share);
      await page.close();
    }
    const after = await readStore(manager);
    if (after !== before) changes++;
    expect(after).toBe(before);
  });
});
