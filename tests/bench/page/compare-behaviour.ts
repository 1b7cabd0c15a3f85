import { setTimeout as sleep } from 'node:timers/promises';
import { serveArticles } from '../../browser/article-server.ts';
import type { BenchBrowser } from './bench-browser.ts';

type Browsers = { readonly bare: BenchBrowser; readonly extended: BenchBrowser };

const ROUNDS = 3;
const MENTIONS = 5000;
/** When marks have come and all is quiet. */
const SETTLED_MS = 3000;

const head = '<!doctype html><html lang="en"><meta charset="utf-8"><title>Behaviour</title>';
const PAGES: Readonly<Record<string, string>> = {
  '/storm': `${head}<p>Huawei met Baidu.</p><ul id="list"></ul>`,
  '/many': `${head}<main>${Array.from({ length: MENTIONS }, (_, at) => `<p>Line ${at}: Huawei said so.</p>`).join('')}</main>`,
  '/plain': `${head}<p>Nobody was there, and nothing was said of it.</p>`,
};

/** Run in the page: changes it a thousand times a second for five seconds; gives the frames of each second. */
async function storm(): Promise<number> {
  const list = document.querySelector('#list');
  const start = performance.now();
  let changes = 0;
  let frames = 0;
  for (let now = start; now - start < 5000; now = performance.now()) {
    for (; changes < now - start; changes++) {
      const line = document.createElement('li');
      line.textContent = `Line ${changes}: Huawei again.`;
      list?.append(line);
      if ((list?.childElementCount ?? 0) > 50) list?.firstElementChild?.remove();
    }
    await new Promise(requestAnimationFrame);
    frames++;
  }
  return frames / 5;
}

/** Run in the page: takes out a thousand paragraphs, and has what is left laid out. */
function removeThousand(): number {
  const main = document.querySelector('main');
  const start = performance.now();
  for (let number = 0; number < 1000; number++) main?.firstElementChild?.remove();
  void document.body.offsetHeight;
  return performance.now() - start;
}

/** Frames in a storm of changes, the removal of marked text, and memory, each with the extension and without. */
export async function compareBehaviour(browsers: Browsers): Promise<string[][]> {
  const server = await serveArticles(
    'tests/fixtures/articles',
    Object.fromEntries(Object.entries(PAGES).map(([path, html]) => [path, () => html])),
  );
  const run = (path: string, script: () => number | Promise<number>) => (browser: BenchBrowser) =>
    browser.withPage(async (page) => {
      await page.goto(`${server.origin}${path}`);
      await sleep(SETTLED_MS);
      return page.evaluate(script);
    });
  const heap = (path: string) => (browser: BenchBrowser) =>
    browser.withPage(async (page, session) => {
      await page.goto(`${server.origin}${path}`);
      await sleep(SETTLED_MS);
      await session.send('HeapProfiler.collectGarbage');
      return (await session.send('Runtime.getHeapUsage')).usedSize / 1e6;
    });
  const rows = [
    [
      'frames a second while a page with marks changes 1,000 times a second',
      ...(await both(browsers, run('/storm', storm))),
    ],
    ['ms to remove 1,000 of 5,000 marked paragraphs', ...(await both(browsers, run('/many', removeThousand)))],
    ['heap of a page without names, MB', ...(await both(browsers, heap('/plain')))],
    ['heap of a page of 5,000 mentions, MB', ...(await both(browsers, heap('/many')))],
  ];
  await server.close();
  return [['in the page', 'with Sidelight', 'without'], ...rows];
}

/** In turns; the middle of all rounds. */
async function both(
  { bare, extended }: Browsers,
  measure: (browser: BenchBrowser) => Promise<number>,
): Promise<[string, string]> {
  const [ours, without]: [number[], number[]] = [[], []];
  for (let round = 0; round < ROUNDS; round++) {
    ours.push(await measure(extended));
    without.push(await measure(bare));
  }
  return [median(ours), median(without)];
}

const median = (values: readonly number[]): string =>
  (values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? 0).toFixed(1);
