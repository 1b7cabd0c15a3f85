import { setTimeout as sleep } from 'node:timers/promises';
import type { TestFrame, TestPage } from './drive.ts';

/** Longest wait for anything; generous, since the machine may be slow, and never asserted on. */
const PATIENCE_MS = 30_000;

/** Longest wait for a frame to say where it is. */
const FRAME_PATIENCE_MS = 2000;

/** Repeats `read` until its result is the wanted one, then returns it; throws the last result after the patience. */
export async function until<T>(
  read: () => Promise<T>,
  isWanted: (value: T) => boolean,
  what: string,
  patienceMs = PATIENCE_MS,
): Promise<T> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const value = await read();
    if (isWanted(value)) return value;
    if (Date.now() > deadline) throw new Error(`${what}: still ${JSON.stringify(value)}`);
    await sleep(50);
  }
}

/** The texts that are painted now in one frame, in document order, read as a page script could. */
export const markedIn = (frame: TestFrame): Promise<string[]> =>
  frame.evaluate(() => {
    const ranges = [...CSS.highlights.values()].flatMap((highlight) => [...highlight] as StaticRange[]);
    return ranges
      .filter(({ startContainer }) => startContainer.isConnected)
      .toSorted((a, b) => {
        const order = a.startContainer.compareDocumentPosition(b.startContainer);
        return order === 0 ? a.startOffset - b.startOffset : order & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;
      })
      .map((range) => (range.startContainer as Text).data.slice(range.startOffset, range.endOffset));
  }, null);

/**
 * Shows the tab and waits until exactly these texts are painted. Shown, since browsers hold back the frames of the other tabs:
 * Firefox longer and longer, until after a minute it takes one to paint what changed.
 */
export async function expectMarks(
  frame: TestFrame & Partial<Pick<TestPage, 'bringToFront'>>,
  marks: readonly string[],
  patienceMs = PATIENCE_MS,
): Promise<string[]> {
  if (frame.bringToFront !== undefined && (await frame.evaluate(() => document.hidden, null)))
    await frame.bringToFront();
  return until(
    () => markedIn(frame),
    (found) => JSON.stringify(found) === JSON.stringify(marks),
    `marks should be ${JSON.stringify(marks)}`,
    patienceMs,
  );
}

/** The middle of the first occurrence of a word below `selector`, in CSS pixels of the viewport. */
export const placeOf = (frame: TestFrame, selector: string, word: string): Promise<{ x: number; y: number }> =>
  frame.evaluate(
    ({ selector: within, word: wanted }) => {
      const walker = document.createTreeWalker(document.querySelector(within) ?? document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const at = (node as Text).data.indexOf(wanted);
        if (at < 0) continue;
        const range = document.createRange();
        range.setStart(node, at);
        range.setEnd(node, at + wanted.length);
        const box = range.getClientRects()[0];
        if (box !== undefined) return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
      }
      throw new Error(`no "${wanted}" in ${within}`);
    },
    { selector, word },
  );

/** Moves a real pointer onto a word, as a hand would: from somewhere else, in steps. */
export async function hover(page: TestPage, selector: string, word: string): Promise<void> {
  const { x, y } = await placeOf(page, selector, word);
  await page.mouse.move(Math.max(1, x - 40), Math.max(1, y - 60));
  await page.mouse.move(x, y, { steps: 6 });
}

/**
 * The frame of the open card, or null; one that only waits for the next card is none. Asked of the frames themselves: Firefox
 * hides the address of extension frames.
 */
export async function findCard(page: TestPage): Promise<TestFrame | null> {
  for (const frame of page.frames().slice(1)) {
    // Asked of a frame that is just being taken away, Chromium may never answer.
    const address = await Promise.race([
      frame
        .evaluate(() => (document.getElementById('app')?.hidden === true ? '' : location.pathname), null)
        .catch(() => ''),
      sleep(FRAME_PATIENCE_MS, ''),
    ]);
    if (address === '/card.html') return frame;
  }
  return null;
}

/** Waits for a card that shows `name` and returns its frame. */
export async function expectCard(page: TestPage, name: string): Promise<TestFrame> {
  await until(
    async () => {
      const card = await findCard(page);
      return card === null
        ? ''
        : card.evaluate(() => document.querySelector('.card-name')?.textContent ?? '', null).catch(() => '');
    },
    (shown) => shown === name,
    `card of ${name}`,
  );
  const card = await findCard(page);
  if (card === null) throw new Error('the card closed again');
  return card;
}

/** Waits until no card is open. */
export const expectNoCard = (page: TestPage): Promise<unknown> =>
  until(
    () => findCard(page),
    (card) => card === null,
    'no card',
  );
