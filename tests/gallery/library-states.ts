import { setTimeout as sleep } from 'node:timers/promises';
import type { State } from './state.ts';

const WIDE = [1180, 860] as const;
const NARROW = [320, 760] as const;

/** The library at an address. */
const library = (title: string, query: string, [width, height]: readonly [number, number] = WIDE): State => ({
  title: `library, ${title}`,
  async show(_page, sitting) {
    const page = await sitting.openOwn(`manager.html#/library${query}`, width, height);
    await sleep(800);
    return page;
  },
});

/** The library with a worker that says only this. */
const libraryAs = (title: string, answer: object, size: readonly [number, number] = WIDE): State => ({
  title: `library, ${title}`,
  async show(_page, sitting) {
    const page = await sitting.openOwn('manager.html#/packs', ...size);
    await page.preload(`globalThis.Worker = class extends EventTarget {
      postMessage(request) {
        const data = { number: request.number, ...${JSON.stringify(answer)} };
        setTimeout(() => this.dispatchEvent(new MessageEvent('message', { data })), 50);
      }
      terminate() {}
    };`);
    const url = page.url().replace(/#.*/, '');
    await page.gotoOwnPage(url.replace('manager.html', 'icons/16.png'));
    await page.gotoOwnPage(`${url}#/library`);
    await sleep(500);
    return page;
  },
});

const EMPTY = {
  ...{ type: 'result', total: 0, outOf: 0, packs: [], rows: [], isComplete: true },
  counts: { packs: {}, types: {}, certainties: {}, qualities: {}, disputed: 0, new: 0 },
};

/** The library in every state. */
export const LIBRARY_STATES: readonly State[] = [
  library('full', ''),
  library('full, narrow', '', NARROW),
  library('searching', '?q=china&certainty=reported'),
  library('searching, narrow', '?q=china', NARROW),
  library('nothing fits', '?q=nobody+of+this+name&type=fund'),
  {
    title: 'library, some chosen, by keyboard',
    async show(_page, sitting) {
      const page = await sitting.openOwn('manager.html#/library?type=company', ...WIDE);
      await page.bringToFront();
      await sleep(800);
      await page.evaluate(() => document.querySelector<HTMLElement>('.library .search')?.focus(), null);
      for (const key of ['ArrowDown', ' ', 'ArrowDown', 'ArrowDown', ' ', 'ArrowDown']) await page.keyboard.press(key);
      await sleep(300);
      return page;
    },
  },
  {
    title: 'library, right to left',
    async show(_page, sitting) {
      const page = await sitting.openOwn('manager.html#/library?q=%D8%B4%D8%B1%D9%83%D8%A9', ...WIDE);
      await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'), null);
      await sleep(800);
      return page;
    },
  },
  libraryAs('loading', { type: 'state', phase: 'reading', done: 32_000, of: 100_000 }),
  libraryAs('failed', { type: 'state', phase: 'failed', done: 0, of: 0 }),
  libraryAs('empty', EMPTY),
  libraryAs('empty, narrow', EMPTY, NARROW),
];
