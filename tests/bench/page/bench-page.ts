import { setTimeout as sleep } from 'node:timers/promises';
import { analyst } from '../../../src/cli/compromise.ts';
import { DEFAULT_PACK, loadPacks, watchListOf } from '../../../src/cli/load-packs.ts';
import { findCandidates } from '../../../src/core/matching/find-candidates.ts';
import { serveArticles } from '../../browser/article-server.ts';
import { BUILDS } from '../../browser/find-browser.ts';
import { printTable, rewriteReadme } from '../../score/report.ts';
import { namesOf } from '../../score/spotters.ts';
import { openBareReader, type BareReader } from './bare-reader.ts';
import { openBrowser, timeTool, traceLoad, type BenchBrowser } from './bench-browser.ts';
import { compareBehaviour } from './compare-behaviour.ts';
import { makePages } from './pages.ts';
import { advancedMarkJs, markJs, READING, READING_CHARACTERS, wrapByRegExp, type Tool } from './tools.ts';
import type { ScriptCost } from './trace.ts';

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
const ROUNDS = 7;
/** A page on which a peer works for a minute is measured once. */
const LARGE_CHARACTERS = 500_000;
/** Nobody but us and the reader is let loose on a page above this. */
const HUGE_CHARACTERS = 5_000_000;

/** What marking costs a page in real Chromium: ours, and others who mark names on pages that have been drawn. */
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
  const [bare, extended] = await Promise.all([openBrowser(), openBrowser(BUILDS.chromium)]);
  const readers = await Promise.all([READING, READING_CHARACTERS].map(openBareReader));
  await sleep(4000);
  const thousand = coin(names, 1000);
  const hundred = names.slice(0, 100);
  // On a large page these work for many minutes.
  const heavy = [markJs(thousand), advancedMarkJs(thousand)];
  const tools = [wrapByRegExp(hundred), markJs(hundred), advancedMarkJs(hundred), ...heavy];
  const rows: string[][] = [];
  for (const [number, [title, html]] of pages.entries())
    rows.push([
      title,
      ...(await measurePage({ bare, extended, readers }, `${server.origin}/${number}`, html.length, tools, heavy)),
    ]);
  const behaviour = await compareBehaviour({ bare, extended });
  await Promise.all([bare, extended, server, ...readers].map((opened) => opened.close()));
  const head = [
    'ms on the page’s thread',
    `Sidelight, ${names.length}+ names`,
    'of it compiling',
    'longest stretch',
    'first mark seen after',
    ...[...readers, ...tools].map(({ title }) => title),
    'ours / reading',
    'ours / each character',
  ];
  const table = [printTable([head, ...rows]), printTable(behaviour)].join('\n');
  process.stdout.write(table);
  if (write) rewriteReadme('bench-page', table);
  process.exit(0);
}

/** Ours and the others in turns; the middle of all rounds. */
async function measurePage(
  {
    bare,
    extended,
    readers,
  }: { readonly bare: BenchBrowser; readonly extended: BenchBrowser; readonly readers: readonly BareReader[] },
  url: string,
  length: number,
  tools: readonly Tool[],
  heavy: readonly Tool[],
): Promise<string[]> {
  const costs: ScriptCost[] = [];
  const times = new Map<Tool | BareReader, number[]>();
  const note = (what: Tool | BareReader, ms: number): void => void times.set(what, [...(times.get(what) ?? []), ms]);
  const rounds = length > LARGE_CHARACTERS ? 3 : ROUNDS;
  for (let round = 0; round < rounds; round++) {
    costs.push(await traceLoad(extended, url, 'scout.js'));
    for (const reader of readers) note(reader, await reader.read(url));
    for (const tool of tools) {
      if (length > LARGE_CHARACTERS && (round > 0 || length > HUGE_CHARACTERS || heavy.includes(tool))) continue;
      const ms = await timeTool(bare, url, tool);
      if (ms !== null) note(tool, ms);
    }
  }
  const ours = median(costs.map(({ totalMs }) => totalMs));
  const read = readers.map((reader) => median(times.get(reader) ?? []) ?? 1);
  const shown = (ms: number | undefined): string => (ms === undefined ? '–' : ms.toFixed(1));
  const marks = costs.map(({ firstMarkMs }) => firstMarkMs).filter((ms) => ms !== null);
  return [
    ...[ours, median(costs.map(({ compileMs }) => compileMs)), median(costs.map(({ longestMs }) => longestMs))],
    ...[median(marks), ...read, ...tools.map((tool) => median(times.get(tool) ?? []))],
    ...read.map((bareMs) => (ours ?? 0) / bareMs),
  ].map(shown);
}

/** So many names: the pack's, and then others made of their words. */
function coin(names: readonly string[], count: number): string[] {
  const words = [...new Set(names.flatMap((name) => name.split(' ')))].filter((word) => word.length > 3);
  const coined = names.concat();
  for (let number = 0; coined.length < count; number++) {
    const [first, second] = [words[number % words.length], words[(number * 7 + 3) % words.length]];
    if (first !== second) coined.push(`${first} ${second}`);
  }
  return coined.slice(0, count);
}

const median = (times: readonly number[]): number | undefined =>
  times.toSorted((a, b) => a - b)[Math.floor((times.length - 1) / 2)];
