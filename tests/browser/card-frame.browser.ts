import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { BROWSERS, type TestFrame, type TestPage } from './drive.ts';
import { expectCard, expectMarks, expectNoCard, hover, until } from './reader.ts';
import { useStage } from './stage.ts';

const ARTICLE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Frames</title><style>p{margin:60px 40px}</style>
  <p>Yesterday SenseTime grew.</p><p>Later Huawei came.</p><dialog><p>Then Megvii.</p></dialog></html>`;

/** How many elements of ours stand in the page. */
const hostsIn = (page: TestPage): Promise<number> =>
  page.evaluate(() => document.querySelectorAll('html > div, dialog > div').length, null);

/** Writes something on the card page that only the same page still has later. */
const tag = (card: TestFrame): Promise<void> =>
  card.evaluate(() => void Object.assign(globalThis, { isTagged: true }), null);

const isTagged = (card: TestFrame): Promise<boolean> => card.evaluate(() => 'isTagged' in globalThis, null);

const LEAVINGS: readonly (readonly [name: string, leave: (page: TestPage) => Promise<unknown>])[] = [
  ['presses', (page) => page.mouse.click(900, 700)],
  ['types', (page) => page.keyboard.press('Alt')],
  ['swipes', (page) => page.mouse.wheel({ x: 40, y: 0 })],
  ['does nothing for ten seconds', () => sleep(10_000)],
];

describe.each(BROWSERS)('the frame of a card in %s', (name) => {
  const stage = useStage(name, { '/frames': () => ARTICLE });

  async function openAndLeave(): Promise<{ page: TestPage; card: TestFrame }> {
    const page = await stage.open('/frames');
    await expectMarks(page, ['SenseTime', 'Huawei']);
    await hover(page, 'body', 'SenseTime');
    const card = await expectCard(page, 'SenseTime');
    await tag(card);
    await page.mouse.move(900, 700);
    await expectNoCard(page);
    return { page, card };
  }

  test('is kept, empty, for the next card', async () => {
    const { page, card } = await openAndLeave();
    expect(await card.evaluate(() => [document.body.innerText, document.title], null)).toEqual(['', '']);
    await hover(page, 'body', 'Huawei');
    const next = await expectCard(page, 'Huawei');
    expect(await isTagged(next)).toBe(true);
    // Straight from one name to the other.
    await hover(page, 'body', 'SenseTime');
    expect(await isTagged(await expectCard(page, 'SenseTime'))).toBe(true);
    expect(await hostsIn(page)).toBe(1);
    expect(page.complaints).toEqual([]);
    await page.close();
  });

  test.each(LEAVINGS)('is gone when the reader %s', async (_name, leave) => {
    const { page } = await openAndLeave();
    expect(await hostsIn(page)).toBe(1);
    await leave(page);
    await until(
      () => hostsIn(page),
      (hosts) => hosts === 0,
      'no trace of the card',
    );
    await page.close();
  });

  test('is not used again once the page has taken it away, or moved it', async () => {
    const { page } = await openAndLeave();
    for (const mischief of ['remove', 'move'] as const) {
      await page.evaluate((act) => {
        const host = document.querySelector('html > div');
        if (act === 'remove') host?.remove();
        else if (host !== null) document.body.append(host);
      }, mischief);
      await hover(page, 'body', 'Huawei');
      expect(await isTagged(await expectCard(page, 'Huawei'))).toBe(false);
      await page.mouse.move(900, 700);
      await expectNoCard(page);
    }
    await page.close();
  });

  test('a name in a modal dialog has one of its own', async () => {
    const { page } = await openAndLeave();
    await page.evaluate(() => document.querySelector('dialog')?.showModal(), null);
    await until(
      () => page.evaluate(() => document.querySelector('dialog')?.innerText ?? '', null),
      (text) => text.includes('Megvii'),
      'the dialog',
    );
    await expectMarks(page, ['SenseTime', 'Huawei', 'Megvii']);
    await hover(page, 'dialog', 'Megvii');
    expect(await isTagged(await expectCard(page, 'Megvii'))).toBe(false);
    await page.close();
  });
});
