import { describe, expect, test } from 'vitest';
import { BROWSERS, type TestPage } from '../drive.ts';
import { expectCard, expectMarks, expectNoCard, hover } from '../reader.ts';
import { clickOn, openPopup, useStage } from '../stage.ts';
import { isThorough } from '../thoroughness.ts';

const TIMES = isThorough ? 4 : 2;

describe.each(BROWSERS)('a background that was put to sleep in %s', (name) => {
  const stage = useStage(
    name,
    { '/news': () => '<!doctype html><meta charset="utf-8"><title>News</title><p>Yesterday Huawei met Baidu.</p>' },
    // Firefox puts it to sleep itself; the time is long enough for the first import, which a shorter one cuts off.
    name === 'firefox' ? { backgroundIdleMs: 3000 } : null,
  );
  const stop = () => stage.browser.extensionControl.stopBackground();

  async function openNews(): Promise<TestPage> {
    const page = await stage.open('/news');
    await expectMarks(page, ['Huawei', 'Baidu']);
    return page;
  }

  test('S2: wakes for a hover, again and again', async () => {
    const page = await openNews();
    for (let time = 0; time < TIMES; time++) {
      await stop();
      await page.bringToFront();
      await hover(page, 'p', 'Huawei');
      await expectCard(page, 'Huawei');
      await page.keyboard.press('Escape');
      await expectNoCard(page);
      await page.mouse.move(900, 700);
    }
    expect(page.complaints).toEqual([]);
    await page.close();
  });

  test('S2: killed while a card is being opened, it opens one at the next hover at the latest', async () => {
    const page = await openNews();
    for (let time = 0; time < TIMES; time++) {
      await Promise.all([hover(page, 'p', 'Huawei'), stop()]);
      await page.bringToFront();
      await page.mouse.move(900, 700);
      await expectNoCard(page);
      await hover(page, 'p', 'Baidu');
      await expectCard(page, 'Baidu');
      await page.mouse.move(900, 700);
      await expectNoCard(page);
    }
    expect(page.complaints).toEqual([]);
    await page.close();
  });

  test('S2: wakes for a new page, and for a switch', async () => {
    await stop();
    const page = await openNews();
    const popup = await openPopup(stage, page);
    await stop();
    await popup.bringToFront();
    await clickOn(popup, '.switch-row:nth-child(1) .switch');
    await page.bringToFront();
    await expectMarks(page, []);
    await stop();
    await popup.bringToFront();
    await clickOn(popup, '.switch-row:nth-child(1) .switch');
    await page.bringToFront();
    await expectMarks(page, ['Huawei', 'Baidu']);
    await Promise.all([popup.close(), page.close()]);
  });
});
