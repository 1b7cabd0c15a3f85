import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../drive.ts';
import { expectCard, expectMarks, findCard, hover, until } from '../reader.ts';
import { useStage } from '../stage.ts';
import { recordLeak } from './leak-table.ts';
import { appendText, forgeMark, keepClearing } from './registry-probes.ts';

const CLEARING_MS = 3000;

describe.each(BROWSERS)('a page that writes the registry in %s', (name) => {
  const stage = useStage(name, {
    '/registry': () =>
      '<!doctype html><meta charset="utf-8"><title>Registry</title><p>Yesterday Huawei grew.</p><p id="other">Quux shrank.</p>',
  });

  test('T7: a word that the page adds to our highlight opens no card; ours still does', async () => {
    const page = await stage.open('/registry');
    await expectMarks(page, ['Huawei']);
    expect(await page.evaluate(forgeMark, '#other')).toBe(1);
    await hover(page, '#other', 'Quux');
    await sleep(1000);
    const cards = (await findCard(page)) === null ? 0 : 1;
    recordLeak('forged', name, cards);
    expect(cards).toBe(0);
    await hover(page, 'p', 'Huawei');
    await expectCard(page, 'Huawei');
    await page.close();
  });

  test('T7: a page that clears the registry all the time is not fought with', async () => {
    const page = await stage.open('/registry');
    await expectMarks(page, ['Huawei']);
    const filled = await page.evaluate(keepClearing, CLEARING_MS);
    recordLeak('cleared', name, filled);
    expect(filled).toBeLessThanOrEqual(CLEARING_MS / 1000);
    // Cards come from our own knowledge of the page, not from the registry.
    await hover(page, 'p', 'Huawei');
    await expectCard(page, 'Huawei');
    await page.close();
  });

  test('T7: names are marked again after the registry was cleared, at the next change of the page at the latest', async () => {
    const page = await stage.open('/registry');
    await expectMarks(page, ['Huawei']);
    await page.evaluate(() => CSS.highlights.clear(), null);
    await page.evaluate(appendText, 'Today Baidu grew.');
    await expectMarks(page, ['Huawei', 'Baidu']);
    await page.close();
  });

  test('T7: a range that the page takes out of our highlight costs no other mark', async () => {
    const page = await stage.open('/registry');
    await expectMarks(page, ['Huawei']);
    await page.evaluate(() => {
      for (const highlight of CSS.highlights.values()) highlight.clear();
    }, null);
    await page.evaluate(appendText, 'Today Baidu grew.');
    await until(
      () =>
        page.evaluate(
          () => [...CSS.highlights.values()].flatMap((highlight) => [...highlight].map((range) => range.startOffset)),
          null,
        ),
      (offsets) => offsets.includes('Today '.length),
      'the mark of the new name',
    );
    await page.close();
  });
});
