import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { BROWSERS, type TestPage } from '../drive.ts';
import { markedIn, until } from '../reader.ts';
import { useStage } from '../stage.ts';
import { recordLeak } from './leak-table.ts';

const NAMES = [
  'Huawei',
  'Baidu',
  'Alibaba',
  'Tencent',
  'SenseTime',
  'Megvii',
  'Xiaomi',
  'Nvidia',
  'Google',
  'Microsoft',
];
const COUNT = 200;
const POINTER = { x: 60, y: 120 };

const rows = Array.from({ length: COUNT }, (_, row) => `<p>${NAMES[row % NAMES.length]}</p>`).join('');
const PAGE = `<!doctype html><meta charset="utf-8"><title>Slide</title>
<style>body { margin: 0; } p { margin: 0; height: 40px; font: 30px/40px monospace; } #strip { position: relative; top: 0; }</style>
<div id="strip">${rows}</div>`;

/**
 * Slides the strip of names upwards below the pointer, all of it in a second, and counts the cards that open: each is
 * taken into the top layer, in an element that is new or has held another card before.
 */
const slide = (names: number): Promise<number> =>
  new Promise((done) => {
    const strip = document.querySelector<HTMLElement>('#strip');
    let cards = 0;
    const count = (event: ToggleEvent): void => {
      if (event.newState === 'open') cards++;
    };
    document.addEventListener('beforetoggle', count, { capture: true });
    const start = performance.now();
    const step = (): void => {
      const share = Math.min(1, (performance.now() - start) / 1000);
      if (strip !== null) strip.style.top = `${-Math.round(share * (names - 10)) * 40}px`;
      if (share < 1) requestAnimationFrame(step);
      // Whatever dwell began with the last name has ended by then.
      else setTimeout(() => done(cards), 600);
    };
    step();
  });

describe.each(BROWSERS)('names that slide in %s', (name) => {
  const stage = useStage(name, { '/slide': () => PAGE });

  async function openWithPointer(): Promise<TestPage> {
    const page = await stage.open('/slide');
    await until(
      () => markedIn(page),
      (marks) => marks.length > 10,
      'marks',
    );
    // On the page, but right of every name: a real move that opens nothing.
    await page.mouse.move(700, POINTER.y);
    return page;
  }

  test('T6: no card opens under a pointer that rests, whatever slides below it', async () => {
    const page = await openWithPointer();
    // Names come to lie under it only when the strip moves sideways, which is no move of the pointer.
    await page.evaluate(() => {
      const strip = document.querySelector<HTMLElement>('#strip');
      if (strip !== null) strip.style.left = '640px';
    }, null);
    const cards = await page.evaluate(slide, COUNT);
    recordLeak('slide', name, cards);
    expect(cards).toBe(0);
    await page.close();
  });

  test('T6: at most four cards open under a pointer that moves meanwhile', async () => {
    const page = await openWithPointer();
    const sliding = page.evaluate(slide, COUNT);
    for (let step = 0; step < 20; step++) {
      await page.mouse.move(POINTER.x + (step % 3), POINTER.y + (step % 2));
      await sleep(50);
    }
    const cards = await sliding;
    recordLeak('chase', name, cards);
    expect(cards).toBeLessThanOrEqual(4);
    await page.close();
  });
});
