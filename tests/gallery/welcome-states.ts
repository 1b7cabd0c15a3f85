import { setTimeout as sleep } from 'node:timers/promises';
import type { TestPage } from '../browser/drive.ts';
import { until } from '../browser/reader.ts';
import type { Sitting } from './sitting.ts';
import type { State } from './state.ts';

const WIDE = [960, 1000] as const;
const NARROW = [320, 1400] as const;

async function openWelcome(sitting: Sitting, [width, height]: readonly [number, number]): Promise<TestPage> {
  const page = await sitting.openOwn('manager.html#/welcome', width, height);
  await page.bringToFront();
  await until(
    () => page.evaluate(() => document.querySelectorAll('.sample-mark').length, null),
    (marks) => marks > 0,
    'the names of the sample',
  );
  return page;
}

const withCard = (title: string, size: readonly [number, number]): State => ({
  title,
  async show(_page, sitting) {
    const page = await openWelcome(sitting, size);
    await page.evaluate(() => document.querySelectorAll<HTMLElement>('.sample-mark')[1]?.focus(), null);
    await until(
      () => page.evaluate(() => document.querySelectorAll('.sample-card').length, null),
      (cards) => cards === 1,
      'the card',
    );
    await sleep(400);
    return page;
  },
});

const seenNews = (page: TestPage, version: string): Promise<void> =>
  page.evaluate(async (seen) => {
    const { browser, chrome: chromium } = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
    await (browser ?? chromium).storage.local.set({ seenNews: seen });
  }, version);

const withNews = (title: string, path: string, [width, height]: readonly [number, number]): State => ({
  title,
  async show(_page, sitting) {
    const first = await sitting.openOwn('manager.html#/packs', width, height);
    await seenNews(first, '0.0.1');
    const page = await sitting.openOwn(path, width, height);
    await sleep(300);
    // What the state shows is on the page now; the others are to be without it.
    await seenNews(first, '999.0.0');
    return page;
  },
});

/** The first page, and what is said after an update. */
export const WELCOME_STATES: readonly State[] = [
  { title: 'first page', show: (_page, sitting) => openWelcome(sitting, WIDE) },
  withCard('first page, a card open', WIDE),
  withCard('first page, a card open, narrow', NARROW),
  withNews('what is new', 'manager.html#/packs', [960, 900]),
  withNews('what is new, narrow', 'manager.html#/packs', [320, 900]),
  withNews('what is new, popup', 'popup.html', [356, 640]),
];
