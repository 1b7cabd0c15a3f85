import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { analyst } from '../../../src/cli/compromise.ts';
import { DEFAULT_PACK, loadPacks, watchListOf } from '../../../src/cli/load-packs.ts';
import { findCandidates } from '../../../src/core/matching/find-candidates.ts';
import { serveArticles } from '../../browser/article-server.ts';
import { BUILDS, requireBrowser } from '../../browser/find-browser.ts';
import { printTable, rewriteReadme } from '../../score/report.ts';
import { namesOf } from '../../score/spotters.ts';
import { makePages } from './pages.ts';
import { traceScripts, type ScriptCost } from './trace.ts';

const FOLLOWED = [
  'Huawei',
  'SenseTime',
  'Alibaba',
  'Hikvision',
  'Tencent',
  'Megvii',
  'iFlytek',
  'Cambricon',
  'Baidu',
  'Xiaomi',
  'ByteDance',
  'Nvidia',
  'OpenAI',
  'Microsoft',
  'SoftBank',
];
const ROUNDS = 5;
/** When an extension has long been done with a page. */
const SETTLED_MS = 2500;

/** Main-thread milliseconds that marking costs a page in real Chromium: ours, mark.js, and merely reading the text. */
export async function benchPage(write: boolean): Promise<void> {
  const [pack] = loadPacks([DEFAULT_PACK]);
  if (pack === undefined) throw new Error('the default pack is empty');
  const names = namesOf(pack)
    .map(({ name }) => name)
    .filter((name) => /^[A-Z][A-Za-z .&-]+$/.test(name));
  const { index } = await watchListOf([pack], analyst.findOrdinaryWords);
  const pages = Object.entries(makePages(FOLLOWED, (text) => findCandidates(index, text).length === 0));
  const server = await serveArticles(
    'tests/fixtures/articles',
    Object.fromEntries(pages.map(([, html], number) => [`/${number}`, () => html])),
  );
  const [bare, extended] = await Promise.all([launch(), launch(BUILDS.chromium)]);
  await sleep(4000);
  const rows: string[][] = [];
  const scriptRows: string[][] = [];
  for (const [number, [title, html]] of pages.entries()) {
    const url = `${server.origin}/${number}`;
    const times: Record<string, number[]> = {};
    const note = (name: string, ms: number): void => void (times[name] ??= []).push(ms);
    const isLarge = html.length > 500_000;
    for (let round = 0; round < ROUNDS; round++) {
      note('bare', await measureLoad(bare, url));
      note('ours', await measureLoad(extended, url));
      note('walk', await measureScript(bare, url, WALK));
      if (isLarge && round > 0) continue;
      note('mark100', await measureScript(bare, url, markJs(names.slice(0, 100))));
      note('successor100', await measureScript(bare, url, advancedMarkJs(names.slice(0, 100))));
      if (!isLarge && round < 3) note('mark1000', await measureScript(bare, url, markJs(names.slice(0, 1000))));
    }
    scriptRows.push([title, ...(await measureScripts(extended, url))]);
    const middle = (name: string): number | undefined => median(times[name] ?? []);
    const ours = Math.max(0, (middle('ours') ?? 0) - (middle('bare') ?? 0));
    const walk = middle('walk') ?? 0;
    const cells = [ours, walk, middle('mark100'), middle('successor100'), middle('mark1000')].map((ms) =>
      ms === undefined ? '–' : ms.toFixed(1),
    );
    rows.push([title, ...cells, (ours / walk).toFixed(1), ((middle('mark100') ?? 0) / Math.max(ours, 0.1)).toFixed(0)]);
  }
  await Promise.all([bare.close(), extended.close(), server.close()]);
  const head = [
    'main-thread ms',
    `Sidelight, ${names.length}+ names`,
    'reading the text',
    'mark.js, 100 names',
    'advanced-mark.js, 100 names',
    'mark.js, 1 000 names',
    'ours / reading',
    'mark.js (100) / ours',
  ];
  const scriptHead = ['scripts of Sidelight only', 'ms in all', 'of these compiling', 'longest stretch, ms'];
  const table = [printTable([head, ...rows]), printTable([scriptHead, ...scriptRows])].join('\n');
  process.stdout.write(table);
  if (write) rewriteReadme('bench-page', table);
}

async function launch(extension?: string): Promise<{ context: BrowserContext; close(): Promise<void> }> {
  const profile = await mkdtemp(join(tmpdir(), 'sidelight-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireBrowser('chromium'),
    headless: false,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      ...(extension === undefined ? [] : [`--load-extension=${extension}`, `--disable-extensions-except=${extension}`]),
    ],
  });
  return {
    context,
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

type Browser = Awaited<ReturnType<typeof launch>>;

/** Main-thread time from the beginning of a navigation until all is quiet. */
const measureLoad = ({ context }: Browser, url: string): Promise<number> =>
  withPage(context, async (page, taskTime) => {
    const before = await taskTime();
    await page.goto(url);
    await sleep(SETTLED_MS);
    return (await taskTime()) - before;
  });

/** Main-thread time of a script in a page that has been loaded, with the layout and painting that follow from it. */
const measureScript = ({ context }: Browser, url: string, script: string): Promise<number> =>
  withPage(context, async (page, taskTime) => {
    await page.goto(url);
    await sleep(400);
    const before = await taskTime();
    await page.evaluate(script);
    await page.evaluate(
      () => new Promise((resolve) => void requestAnimationFrame(() => requestAnimationFrame(resolve))),
    );
    return (await taskTime()) - before;
  });

/** What the trace says of the extension's own scripts: in all, compiling, and the longest stretch; the middle of three loads. */
async function measureScripts({ context }: Browser, url: string): Promise<string[]> {
  const costs: ScriptCost[] = [];
  for (let round = 0; round < 3; round++) {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    costs.push(
      await traceScripts(session, async () => {
        await page.goto(url);
        await sleep(SETTLED_MS);
      }),
    );
    await page.close();
  }
  const middle = (value: (cost: ScriptCost) => number): string => (median(costs.map(value)) ?? 0).toFixed(1);
  return [middle(({ totalMs }) => totalMs), middle(({ compileMs }) => compileMs), middle(({ longestMs }) => longestMs)];
}

async function withPage(
  context: BrowserContext,
  run: (page: Page, taskTime: () => Promise<number>) => Promise<number>,
): Promise<number> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Performance.enable');
  const taskTime = async (): Promise<number> => {
    const { metrics } = await session.send('Performance.getMetrics');
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
  };
  const result = await run(page, taskTime);
  await page.close();
  return result;
}

/** The least anybody must do who reads a page: an unfiltered walk that looks at all text. */
const WALK = `(() => {
  const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
  let length = 0;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) length += node.data.length;
  return length;
})()`;

const markJs = (names: readonly string[]): string => highlightWith('mark.js/dist/mark.min.js', names);
const advancedMarkJs = (names: readonly string[]): string => highlightWith('advanced-mark.js/dist/mark.min.js', names);

function highlightWith(file: string, names: readonly string[]): string {
  const source = readFileSync(createRequire(import.meta.url).resolve(file), 'utf8');
  const options = { accuracy: 'exactly', separateWordSearch: false };
  return `${source};new Promise((done) => new Mark(document.body).mark(${JSON.stringify(names)}, { ...${JSON.stringify(options)}, done }))`;
}

const median = (times: readonly number[]): number | undefined =>
  times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) / 2)];
