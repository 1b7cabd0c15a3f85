import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, test } from 'vitest';
import { chooseSettings } from './choose-settings.ts';
import { BROWSERS, type TestFrame, type TestPage } from './drive.ts';
import { expectCard, expectMarks, expectNoCard, findCard, hover, placeOf, until } from './reader.ts';
import { act, useStage } from './stage.ts';

const ARTICLE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Boxes</title>
  <p style="margin:40px">Megvii and SenseTime met <a href="#elsewhere">Baidu</a>.</p>
  <p style="margin:40px">Later Huawei came, and Alibaba, and Tencent.</p>
  <textarea style="margin-top:560px" aria-label="Notes"></textarea><div style="height:3000px"></div></html>`;

const CLICK_PATIENCE_MS = 3000;

/** Where something in the card is, in pixels of the page's window: the card's frame cannot be seen from the page. */
async function placeInCard(page: TestPage, card: TestFrame, selector: string): Promise<{ x: number; y: number }> {
  const inside = await card.evaluate((wanted) => {
    const box = document.querySelector(wanted)?.getBoundingClientRect();
    return box === undefined ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, selector);
  const boxes = await boxesOf(page);
  const box = boxes.at(-1);
  if (inside === null || box === undefined) throw new Error(`no ${selector} in the card`);
  return { x: box.x + inside.x, y: box.y + inside.y };
}

/** The boxes of all open cards, the newest last. */
const boxesOf = (page: TestPage) =>
  page.evaluate(
    () =>
      [...document.documentElement.children]
        .filter((child) => child.matches('div:popover-open'))
        .map((child) => {
          const { x, y, width, height } = child.getBoundingClientRect();
          return { x, y, width, height };
        }),
    null,
  );

async function clickInCard(page: TestPage, card: TestFrame, selector: string): Promise<void> {
  const { x, y } = await placeInCard(page, card, selector);
  await page.mouse.move(x, y, { steps: 4 });
  // A click that takes the frame away may never be acknowledged by Chromium.
  await Promise.race([page.mouse.click(x, y), sleep(CLICK_PATIENCE_MS)]);
}

/** Puts the pointer where nothing is. */
const leave = (page: TestPage): Promise<void> => page.mouse.move(960, 780, { steps: 4 });

describe.each(BROWSERS)('the box of a card in %s', (name) => {
  const stage = useStage(name, { '/boxes': () => ARTICLE });
  const pages: TestPage[] = [];
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.close();
  });

  async function open(): Promise<TestPage> {
    const page = await stage.open('/boxes');
    pages.push(page);
    await expectMarks(page, ['Megvii', 'SenseTime', 'Baidu', 'Huawei', 'Alibaba', 'Tencent']);
    return page;
  }
  async function openAndPin(page: TestPage, word: string): Promise<TestFrame> {
    await hover(page, 'body', word);
    const card = await until(
      async () => {
        for (const frame of page.frames().slice(1)) {
          const shown = await frame
            .evaluate(() => document.querySelector('.card-name')?.textContent, null)
            .catch(() => '');
          if (shown === word) return frame;
        }
        return null;
      },
      (frame) => frame !== null,
      `card of ${word}`,
    );
    if (card === null) throw new Error('no card');
    await sleep(300);
    await clickInCard(page, card, '[data-icon="pin"]');
    await until(
      () => card.evaluate(() => document.querySelectorAll('[data-icon="close"]').length, null),
      (count) => count === 1,
      'a pinned card',
    );
    return card;
  }

  test('a pinned card stays when the pointer leaves, the page scrolls or is clicked, and closes by its button', async () => {
    const page = await open();
    const card = await openAndPin(page, 'SenseTime');
    await leave(page);
    await page.mouse.wheel({ x: 0, y: 200 });
    await page.mouse.click(900, 700);
    await sleep(700);
    expect(await boxesOf(page)).toHaveLength(1);
    await clickInCard(page, card, '[data-icon="close"]');
    await expectNoCard(page);
  });

  test('it is dragged by its head, and moved by arrow keys, and never leaves the window', async () => {
    const page = await open();
    const card = await openAndPin(page, 'SenseTime');
    const [before] = await boxesOf(page);
    const grip = await placeInCard(page, card, '.card-type');
    await page.mouse.move(grip.x, grip.y);
    await page.mouse.down();
    await page.mouse.move(grip.x + 150, grip.y + 90, { steps: 8 });
    await page.mouse.up();
    const [after] = await until(
      () => boxesOf(page),
      ([box]) => Math.abs((box?.x ?? 0) - (before?.x ?? 0) - 150) < 12,
      'the card at its new place',
    );
    expect(Math.abs((after?.y ?? 0) - (before?.y ?? 0) - 90)).toBeLessThan(12);
    // The click gives the frame the keyboard, wherever in it the card has got to by now.
    await clickInCard(page, card, '.card-name');
    await until(
      () => card.evaluate(() => document.hasFocus(), null),
      (focused) => focused,
      'the keyboard in the card',
    );
    await act(card, 'button:has([data-icon="move"])', 'focus');
    await until(
      async () => {
        await page.keyboard.press('ArrowLeft');
        return boxesOf(page);
      },
      ([box]) => (box?.x ?? 99) < 10 && (box?.x ?? -1) >= 0,
      'the card at the edge of the window',
    );
  });

  test('three stay at most: with the fourth the oldest goes', async () => {
    const page = await open();
    for (const word of ['Megvii', 'SenseTime', 'Huawei', 'Tencent']) {
      const card = await openAndPin(page, word);
      // Out of the way of the words.
      const grip = await placeInCard(page, card, '.card-type');
      await page.mouse.move(grip.x, grip.y);
      await page.mouse.down();
      await page.mouse.move(grip.x + 400, grip.y + 260, { steps: 6 });
      await page.mouse.up();
      await leave(page);
    }
    const names = await Promise.all(
      page
        .frames()
        .slice(1)
        .map((frame) =>
          frame.evaluate(() => document.querySelector('.card-name')?.textContent ?? '', null).catch(() => ''),
        ),
    );
    expect(names.filter((shown) => shown !== '').toSorted()).toEqual(['Huawei', 'SenseTime', 'Tencent']);
  });

  test('a name in a fact opens in place by resting on it, and back leads back', async () => {
    const page = await open();
    await hover(page, 'body', 'Megvii');
    const card = await expectCard(page, 'Megvii');
    await sleep(300);
    await until(
      () => card.evaluate(() => document.querySelectorAll('.name-link').length, null),
      (count) => count > 0,
      'names in facts',
    );
    await card.evaluate(() => document.querySelector('.name-link')?.scrollIntoView({ block: 'center' }), null);
    await sleep(200);
    const { x, y } = await placeInCard(page, card, '.name-link');
    await page.mouse.move(x - 12, y - 3, { steps: 3 });
    await page.mouse.move(x, y, { steps: 3 });
    const title = () => card.evaluate(() => document.querySelector('.card-name')?.textContent ?? '', null);
    await until(title, (shown) => shown !== 'Megvii', 'the card of the name');
    await clickInCard(page, card, '[data-icon="back"]');
    await until(title, (shown) => shown === 'Megvii', 'the first card again');
    expect(await findCard(page)).not.toBeNull();
  });

  test('a fact is copied in four forms, and can be pasted', async () => {
    const page = await open();
    const card = await openAndPin(page, 'SenseTime');
    await act(card, '.fact-actions summary', 'click');
    for (const [position, wanted] of [
      [1, /SenseTime.+\((asserted|reported)[^)]*(as of|undated)/],
      [2, /\[.+\]\(<https|SenseTime/],
      [3, /@\w+\{[\s\S]+title = /],
      [4, /"type": "/],
    ] as const) {
      await clickInCard(page, card, `.fact-actions-row button:nth-of-type(${position})`);
      await until(
        () => card.evaluate(() => document.querySelector('.fact-actions-row [role="status"]')?.textContent ?? '', null),
        (said) => said === 'Copied',
        'what was copied',
      );
      const paste = async (): Promise<string> => {
        const { x, y } = await page.evaluate(() => {
          const notes = document.querySelector('textarea');
          if (notes !== null) notes.value = '';
          const box = notes?.getBoundingClientRect() ?? new DOMRect();
          return { x: box.x + 8, y: box.y + 8 };
        }, null);
        await page.mouse.click(x, y);
        await page.keyboard.down('Control');
        await page.keyboard.press('v');
        await page.keyboard.up('Control');
        return page.evaluate(() => document.querySelector('textarea')?.value ?? '', null);
      };
      await until(paste, (text) => wanted.test(text), `what was pasted, like ${String(wanted)}`);
    }
  });

  test('with the modifier: only while Shift is held', async () => {
    await chooseSettings(stage.browser, { cardTrigger: 'modifier' });
    const page = await open();
    await hover(page, 'body', 'SenseTime');
    await sleep(700);
    expect(await findCard(page)).toBeNull();
    await page.keyboard.down('Shift');
    await expectCard(page, 'SenseTime');
    await page.keyboard.up('Shift');
    await leave(page);
    await expectNoCard(page);
    await chooseSettings(stage.browser, { cardTrigger: 'hover' });
  });

  test('with a click: not by resting, not on links, and until the next click elsewhere', async () => {
    await chooseSettings(stage.browser, { cardTrigger: 'click' });
    const page = await open();
    await hover(page, 'body', 'SenseTime');
    await sleep(700);
    expect(await findCard(page)).toBeNull();
    const link = await placeOf(page, 'body', 'Baidu');
    await page.mouse.click(link.x, link.y);
    await sleep(500);
    expect(await findCard(page)).toBeNull();
    expect(page.url()).toMatch(/#elsewhere$/);
    const { x, y } = await placeOf(page, 'body', 'SenseTime');
    await page.mouse.click(x, y);
    await expectCard(page, 'SenseTime');
    await leave(page);
    await sleep(700);
    expect(await findCard(page)).not.toBeNull();
    await page.mouse.click(900, 700);
    await expectNoCard(page);
    await chooseSettings(stage.browser, { cardTrigger: 'hover' });
  });

  test('a tap opens it, and a tap elsewhere closes it', async () => {
    const page = await open();
    const { x, y } = await placeOf(page, 'body', 'SenseTime');
    await page.tap(x, y);
    await expectCard(page, 'SenseTime');
    await page.tap(900, 700);
    await expectNoCard(page);
  });
});
