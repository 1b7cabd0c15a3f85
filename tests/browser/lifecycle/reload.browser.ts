import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { BROWSERS, type TestPage } from '../drive.ts';
import { expectCard, expectMarks, hover, markedIn, until } from '../reader.ts';
import { useStage } from '../stage.ts';

const ROUTES = {
  '/news': () => '<!doctype html><meta charset="utf-8"><title>News</title><p>Yesterday Huawei met Baidu.</p>',
};

const countCards = (page: TestPage): Promise<number> =>
  page.evaluate(() => document.querySelectorAll(':popover-open').length, null);

describe.each(BROWSERS)('an extension that is reloaded under an open tab in %s', (name) => {
  const stage = useStage(name, ROUTES);

  test.each(['at rest', 'with a card open'])(
    'S21: one scout works on, names are marked once, one card opens (%s)',
    async (state) => {
      const page = await stage.open('/news');
      await expectMarks(page, ['Huawei', 'Baidu']);
      const registered = () => page.evaluate(() => [...CSS.highlights.keys()].join(), null);
      const old = await registered();
      if (state === 'with a card open') {
        await hover(page, 'p', 'Huawei');
        await expectCard(page, 'Huawei');
      }
      await stage.browser.extensionControl.reload();
      await page.bringToFront();
      // The new scout registers a highlight of its own name.
      await until(
        registered,
        (names) => names !== '' && !names.includes(old),
        'the highlight of the new extension alone',
      );
      await expectMarks(page, ['Huawei', 'Baidu']);
      await until(
        () => countCards(page),
        (cards) => cards === 0,
        'the card of the old extension gone',
      );
      await page.mouse.move(900, 700);
      await hover(page, 'p', 'Baidu');
      await expectCard(page, 'Baidu');
      expect(await countCards(page)).toBe(1);
      expect(page.complaints).toEqual([]);
      await page.close();
    },
  );
});

describe.each(BROWSERS)('an extension that goes under an open tab in %s', (name) => {
  const stage = useStage(name, ROUTES);

  test('S21: its marks are gone within 5 s, without an error', async () => {
    const page = await stage.open('/news');
    await expectMarks(page, ['Huawei', 'Baidu']);
    await stage.browser.extensionControl.remove();
    await page.bringToFront();
    await sleep(5000);
    expect(await markedIn(page)).toEqual([]);
    expect(page.complaints).toEqual([]);
    await page.close();
  });
});
