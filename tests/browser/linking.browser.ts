import { describe, expect, test } from 'vitest';
import { BROWSERS, type TestPage } from './drive.ts';
import { openManager, request } from './own-page.ts';
import { expectMarks, markedIn, until } from './reader.ts';
import { useStage } from './stage.ts';

const page = (body: string): string => `<!doctype html><html lang="en"><meta charset="utf-8"><title>t</title>${body}`;
const COUNT = 500;
const sentences = (name: string): string =>
  Array.from(
    { length: COUNT },
    (_, number) => `<p>In case number ${number} the minister said that ${name} had been asked.</p>`,
  ).join('');

const ROUTES = {
  '/introduced': () =>
    page('<p>Rents in the YRD fell.</p><p>The Yangtze River Delta (YRD) is large.</p><div id="late"></div>'),
  '/certain': () => page('<p>SenseTime met Hikvision.</p>'),
  '/ambiguous': () => page('<p>She read it on Google yesterday.</p>'),
  '/many-certain': () => page(`${sentences('SenseTime')}<p id="last">Hikvision ends.</p>`),
  '/many-ambiguous': () => page(`${sentences('Google')}<p id="last">Hikvision ends.</p>`),
};

describe.each(BROWSERS)('in %s', (name) => {
  // In Firefox the counter of workers in the background dies with its page, and with it the analyst of that browser: one of its own.
  const stage = useStage(name, ROUTES, name === 'firefox' ? {} : null);

  /** How often the tagging compromise was started since the first call; in Chromium, whether it runs. */
  async function countStarts(own: TestPage): Promise<number> {
    return own.evaluate(async () => {
      type Background = typeof globalThis & { workersStarted?: number };
      type Api = Omit<typeof chrome, 'runtime'> & {
        runtime: Omit<typeof chrome.runtime, 'getBackgroundPage'> & { getBackgroundPage(): Promise<Background | null> };
      };
      const { browser, chrome: chromium } = globalThis as unknown as { browser?: Api; chrome: Api };
      const { runtime } = browser ?? chromium;
      if (browser === undefined || 'offscreen' in browser) {
        const contextTypes = ['OFFSCREEN_DOCUMENT' as chrome.runtime.ContextType];
        return (await runtime.getContexts({ contextTypes })).length;
      }
      const found = await runtime.getBackgroundPage();
      if (found === null) throw new Error('no background page');
      const background: Background = found;
      if (background.workersStarted === undefined) {
        background.workersStarted = 0;
        const { Worker: OwnWorker } = background;
        background.Worker = class extends OwnWorker {
          constructor(...options: ConstructorParameters<typeof Worker>) {
            super(...options);
            background.workersStarted = (background.workersStarted ?? 0) + 1;
          }
        };
      }
      return background.workersStarted;
    }, null);
  }

  test('a page without an ambiguous name does not start the analyst, one with it does', async () => {
    const own = await stage.browser.newPage();
    await own.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/packs`);
    // It is put to rest whenever the packs have changed.
    await request(own, 'page.setPackOrder', { packs: ['china-ai'] });
    await until(
      () => countStarts(own),
      (starts) => starts === 0,
      'the analyst at rest',
    );
    const certain = await stage.open('/certain');
    await expectMarks(certain, ['SenseTime', 'Hikvision']);
    expect(await countStarts(own)).toBe(0);
    const ambiguous = await stage.open('/ambiguous');
    await expectMarks(ambiguous, ['Google']);
    expect(await countStarts(own)).toBe(1);
    // Our own page stays open: in Firefox the counter in the background belongs to it.
    await Promise.all([certain.close(), ambiguous.close()]);
  });

  test('a short form that the page introduces is marked all over it, also where it comes later', async () => {
    const opened = await stage.open('/introduced');
    await expectMarks(opened, ['YRD', 'Yangtze River Delta', 'YRD']);
    await opened.evaluate(() => {
      const late = document.querySelector('#late');
      if (late !== null) late.textContent = 'Later the YRD grew.';
    }, null);
    await expectMarks(opened, ['YRD', 'Yangtze River Delta', 'YRD', 'YRD']);

    // Switched off and on, the page is read by somebody who has not been told of them.
    const own = await openManager(stage);
    await request(own, 'page.setEnabled', { enabled: false });
    await expectMarks(opened, []);
    await request(own, 'page.setEnabled', { enabled: true });
    await expectMarks(opened, ['YRD', 'Yangtze River Delta', 'YRD', 'YRD']);

    // As an application does that shows its next article in the same page.
    await opened.evaluate(() => {
      document.body.innerHTML = '<p>Rents in the YZD rose.</p><p>The Yangtze River Delta (YZD) is large.</p>';
    }, null);
    await expectMarks(opened, ['YZD', 'Yangtze River Delta', 'YZD']);
    await Promise.all([own.close(), opened.close()]);
  });

  /** The longest time for which a timer of the page had to wait while its names were marked, in ms. */
  async function longestWait(path: string, mark: string): Promise<number> {
    const opened = await stage.open(path);
    await opened.evaluate(() => {
      const state = { longest: 0, last: performance.now() };
      Object.assign(globalThis, { state });
      setInterval(() => {
        const now = performance.now();
        state.longest = Math.max(state.longest, now - state.last);
        state.last = now;
      }, 5);
    }, null);
    await until(
      () => markedIn(opened),
      (marks) => marks.length > 5 && marks.every((found) => found === mark),
      'marks in the first screens',
    );
    await opened.evaluate(() => document.querySelector('#last')?.scrollIntoView(), null);
    await until(
      () => markedIn(opened),
      (marks) => marks.includes('Hikvision') && marks.includes(mark),
      'marks at the end',
    );
    const longest = await opened.evaluate(
      () => (globalThis as unknown as { state: { longest: number } }).state.longest,
      null,
    );
    await opened.close();
    return longest;
  }

  test('a page with 500 ambiguous names is nearly as responsive as one with 500 certain ones', async () => {
    // One round of a few has to show it: other work on the machine only ever makes a wait longer.
    const ratios: number[] = [];
    for (let round = 0; round < 6 && !ratios.some((ratio) => ratio < 4); round++) {
      const certain = await longestWait('/many-certain', 'SenseTime');
      ratios.push((await longestWait('/many-ambiguous', 'Google')) / certain);
    }
    expect(Math.min(...ratios)).toBeLessThan(4);
  });
});
