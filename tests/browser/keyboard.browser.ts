import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { BROWSERS, type TestPage } from './drive.ts';
import { openManager, request } from './own-page.ts';
import { expectCard, expectMarks, expectNoCard, until } from './reader.ts';
import { act, useStage } from './stage.ts';
import { sendToTab, tabOf } from './tab-of.ts';

const ARTICLE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Keys</title>
  <p>SenseTime raised money.</p><p><a href="#x" id="link">Huawei</a> did not.</p>
  <p style="margin-top:3000px">Hikvision watched.</p></html>`;

const FRAMES = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Frames</title>
  <p>Huawei, above.</p><iframe src="/inner" style="width:400px;height:200px"></iframe>
  <p style="margin-top:4000px">The end.</p></html>`;
const INNER = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Inner</title>
  <p>A frame.</p><p style="margin-top:2000px">Huawei, in the frame.</p></html>`;

/** The key closes the card that has the keyboard; Chromium's driver waits for ever for a frame that is gone to release the key. */
const pressEscape = (page: TestPage): Promise<unknown> => Promise.race([page.keyboard.press('Escape'), sleep(1000)]);

describe.each(BROWSERS)('by keyboard in %s', (name) => {
  const stage = useStage(name, { '/keys': () => ARTICLE, '/frames': () => FRAMES, '/inner': () => INNER });

  async function open(): Promise<{
    page: TestPage;
    command: (type: string, params?: object) => Promise<unknown>;
    close(): Promise<void>;
  }> {
    const page = await stage.open('/keys');
    await expectMarks(page, ['SenseTime', 'Huawei']);
    const own = await openManager(stage);
    const tab = await tabOf(own, page);
    await page.bringToFront();
    return {
      page,
      command: (type, params) => sendToTab(own, tab, type, params),
      async close() {
        await own.close();
        await page.close();
      },
    };
  }

  test('the card of the first name on the screen opens, takes the focus, and gives it back', async () => {
    const { page, command, close } = await open();
    await command('tab.openCard', { isFocused: false });
    const card = await expectCard(page, 'SenseTime');
    await until(
      () => card.evaluate(() => document.hasFocus(), null),
      (focused) => focused,
      'the keyboard in the card',
    );
    await pressEscape(page);
    await expectNoCard(page);
    await until(
      () => page.evaluate(() => document.hasFocus() && document.activeElement === document.body, null),
      (back) => back,
      'the keyboard back in the page',
    );
    await close();
  });

  test('the card of the focused link opens, and focus returns to the link', async () => {
    const { page, command, close } = await open();
    await act(page, '#link', 'focus');
    await command('tab.openCard', { isFocused: false });
    await expectCard(page, 'Huawei');
    await pressEscape(page);
    await expectNoCard(page);
    await until(
      () => page.evaluate(() => document.activeElement?.id ?? '', null),
      (id) => id === 'link',
      'focus on the link',
    );
    await close();
  });

  test('next and previous go through all names, and the card of the one gone to opens', async () => {
    const { page, command, close } = await open();
    for (const start of ['screen', 'last', 'last']) await command('tab.step', { direction: 'next', start });
    expect(await page.evaluate(() => window.scrollY, null)).toBeGreaterThan(1000);
    await command('tab.openCard', { isFocused: false });
    await expectCard(page, 'Hikvision');
    await pressEscape(page);
    await expectNoCard(page);
    await command('tab.step', { direction: 'previous', start: 'last' });
    await command('tab.openCard', { isFocused: false });
    await expectCard(page, 'Huawei');
    await close();
  });

  test('from name to name through the frames of a page, and round again', async () => {
    const page = await stage.open('/frames');
    await expectMarks(page, ['Huawei']);
    const own = await openManager(stage);
    const tab = await tabOf(own, page);
    await page.bringToFront();
    const innerScroll = (): Promise<number> =>
      page.evaluate(() => document.querySelector('iframe')?.contentWindow?.scrollY ?? 0, null);
    const goOn = (): Promise<unknown> =>
      request(own, 'page.reveal', { tab, entity: { pack: 'china-ai', id: 'huawei' } });
    // The frame is known once it has reported its names.
    await until(
      async () => {
        const { value } = (await request(own, 'page.overview', { tab })) as {
          value: { mentions: { count: number }[] };
        };
        return value.mentions[0]?.count ?? 0;
      },
      (count) => count === 2,
      'both names',
    );
    await goOn();
    expect(await innerScroll()).toBe(0);
    await goOn();
    await until(innerScroll, (scrolled) => scrolled > 1000, 'the name in the frame');
    await page.evaluate(() => window.scrollTo(0, 3000), null);
    await goOn();
    await until(
      () => page.evaluate(() => window.scrollY, null),
      (scrolled) => scrolled < 1000,
      'the first name again',
    );
    await own.close();
    await page.close();
  });

  test('a card opened by key stays when the pointer passes', async () => {
    const { page, command, close } = await open();
    await command('tab.openCard', { isFocused: false });
    await expectCard(page, 'SenseTime');
    await page.mouse.move(700, 600);
    await page.mouse.move(720, 620, { steps: 4 });
    await expectCard(page, 'SenseTime');
    await page.mouse.click(720, 620);
    await expectNoCard(page);
    await close();
  });
});
