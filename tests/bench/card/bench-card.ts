import { setTimeout as sleep } from 'node:timers/promises';
import { serveArticles } from '../../browser/article-server.ts';
import { BROWSERS, type BrowserName, type TestBrowser, type TestPage } from '../../browser/drive.ts';
import { expectCard, expectNoCard, hover, markedIn, until } from '../../browser/reader.ts';
import { launch } from '../../browser/drive.ts';
import { launchWithDefaultPack } from '../../browser/shared-browser.ts';
import { printTable, rewriteReadme } from '../../score/report.ts';
import { showPlainCards, watchCards } from './watch-cards.ts';

const COLD_ROUNDS = 12;
const WARM_ROUNDS = 40;
/** Longer than nearly every card takes from the first move of the pointer: until then the page is left alone. */
const SHOWN_MS = 600;
const WORDS = ['SenseTime', 'Huawei'] as const;
const ARTICLE = `<!doctype html><html lang="en"><meta charset="utf-8"><title>Cards</title><style>p{margin:60px 40px}</style>
  <p>Yesterday <b>SenseTime</b> grew.</p><p>Later <b>Huawei</b> came.</p></html>`;

/** How long a card takes from the end of the dwell until it can be seen, and a plain box with the same text beside it. */
export async function benchCard(write: boolean): Promise<void> {
  const server = await serveArticles('tests/fixtures/articles', { '/cards': () => ARTICLE });
  const url = `${server.origin}/cards`;
  const rows: string[][] = [];
  for (const name of BROWSERS) {
    const browser = await launchWithDefaultPack(name);
    const cold: number[] = [];
    for (let round = 0; round < COLD_ROUNDS; round++) cold.push(...(await measureCards(browser, url, 1)).times);
    const { times: warm, text } = await measureCards(browser, url, WARM_ROUNDS);
    await browser.close();
    const plain = await measurePlain(name, url, text);
    rows.push([name, ...describe(cold), ...describe(warm), ...describe(plain), ratio(warm, plain)]);
  }
  await server.close();
  const head = [
    'ms from the end of the dwell',
    'first card of a page, median',
    'p95',
    'later cards, median',
    'p95',
    'plain box, median',
    'p95',
    'later cards / plain box, p95',
  ];
  const table = printTable([head, ...rows]);
  process.stdout.write(table);
  if (write) rewriteReadme('bench-card', table);
  process.exit(0);
}

/** Opens cards one after another on one page; also gives the text of one. */
async function measureCards(
  browser: TestBrowser,
  url: string,
  rounds: number,
): Promise<{ times: readonly number[]; text: string }> {
  const page = await browser.newPage();
  await page.goto(url);
  await until(
    () => markedIn(page),
    (marks) => marks.length === WORDS.length,
    'marks',
  );
  await sleep(500);
  await page.evaluate(watchCards, undefined);
  let text = '';
  for (let round = 0; round < rounds; round++) {
    const word = WORDS[round % WORDS.length] ?? WORDS[0];
    await hover(page, 'body', word);
    // First the time, then the look into the frame: questions to a frame that is loading make it slower.
    await sleep(SHOWN_MS);
    await timesOf(page, round + 1);
    const card = await expectCard(page, word);
    text ||= await card.evaluate(() => document.body.innerText, null);
    await page.mouse.move(900, 700);
    await expectNoCard(page);
  }
  const times = await timesOf(page, rounds);
  await page.close();
  return { times, text };
}

async function measurePlain(name: BrowserName, url: string, text: string): Promise<readonly number[]> {
  const browser = await launch(name);
  const page = await browser.newPage();
  await page.goto(url);
  await page.evaluate(watchCards, undefined);
  await page.evaluate(showPlainCards, text);
  for (let round = 0; round < WARM_ROUNDS; round++) {
    await hover(page, 'body', WORDS[round % WORDS.length] ?? WORDS[0]);
    await timesOf(page, round + 1);
    await page.mouse.move(900, 700);
  }
  const times = await timesOf(page, WARM_ROUNDS);
  await browser.close();
  return times;
}

/** The times taken so far, once there are as many as wanted. */
const timesOf = (page: TestPage, wanted: number): Promise<readonly number[]> =>
  until(
    () => page.evaluate(() => (globalThis as unknown as { cardTimes: number[] }).cardTimes, null),
    (times) => times.length >= wanted,
    `${wanted} cards`,
  );

const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;

const describe = (times: readonly number[]): string[] => [at(times, 0.5).toFixed(0), at(times, 0.95).toFixed(0)];

const ratio = (ours: readonly number[], theirs: readonly number[]): string =>
  (at(ours, 0.95) / at(theirs, 0.95)).toFixed(1);
