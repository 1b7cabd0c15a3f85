import { readFileSync } from 'node:fs';
import { BROWSERS, type BrowserName, type TestPage } from '../../browser/drive.ts';
import { openManager } from '../../browser/own-page.ts';
import { launchWithDefaultPack } from '../../browser/shared-browser.ts';
import { printTable, rewriteReadme } from '../../score/report.ts';
import { watchMemory } from './process-memory.ts';
import { bundleTasks, runTask } from './run-task.ts';

const TEMPLATE = 'data/packs/china-ai.factpack.jsonl';
/** Copies of the template, which has 588 records: about 1e3, 1e4, 1e5 records, and 1e6 where asked for. */
const COPIES = [2, 17, 170];
const MANY_COPIES = 1700;
/** Packs that are nothing but names. */
const NAMES = [10_000, 100_000];
const MANY_NAMES = 1_000_000;
/** Small sizes are measured more often; the median counts. */
const ROUNDS: Readonly<Record<number, number>> = { 2: 7, 17: 5 };

type Figures = {
  readonly records: number;
  readonly readingMs: number;
  readonly oursMs: number;
  readonly withFinderMs: number;
  readonly floorMs: number;
  readonly dexieMs: number;
  readonly peakHeapBytes: number | null;
  readonly peakProcessBytes: number | null;
  readonly patchMs: number;
  readonly dossierMs: number;
  readonly resolveMs: number;
  readonly dossierLayeredMs: number;
  readonly resolveLayeredMs: number;
};

/** What an import costs in real browsers, beside the bare writing of the same rows; patches and lookups at every size. */
export async function benchPacks(write: boolean, flags: readonly string[] = []): Promise<void> {
  const script = await bundleTasks();
  const template = readFileSync(TEMPLATE, 'utf8');
  const rows: string[][] = [];
  for (const name of BROWSERS)
    for (const copies of flags.includes('--large') ? [...COPIES, MANY_COPIES] : COPIES) {
      const figures = await measure(name, script, template, copies);
      rows.push(describe(name, figures));
      process.stderr.write(`${rows.at(-1)?.join(' | ')}\n`);
    }
  const names: string[][] = [];
  for (const name of BROWSERS)
    for (const count of flags.includes('--large') ? [...NAMES, MANY_NAMES] : NAMES)
      names.push(await measureNames(name, script, count));
  const table = `${printTable([HEAD, ...rows])}\n${printTable([NAMES_HEAD, ...names])}`;
  process.stdout.write(table);
  if (write) rewriteReadme('bench-packs', table);
  process.exit(0);
}

/** One size in a fresh browser. */
async function measure(name: BrowserName, script: string, template: string, copies: number): Promise<Figures> {
  const browser = await launchWithDefaultPack(name, { preciseMemory: true });
  const page = await openManager({ browser });
  await page.evaluate(script);
  const { records } = await runTask(page, 'prepare', { template, copies });
  const rounds = ROUNDS[copies] ?? 1;
  const figures = await inTurns(page, rounds);
  const stop = watchMemory();
  const { ms, peakHeapBytes } = await runTask(page, 'import');
  const peakProcessBytes = stop();
  const lookups = await runTask(page, 'lookups');
  const patchMs = await runTask(page, 'patch');
  const layered = await runTask(page, 'lookups');
  const withFinder = await runTask(page, 'importWithFinder');
  await runTask(page, 'forget');
  await browser.close();
  return {
    ...{ records, ...figures, oursMs: median([...figures.oursMs, ms]), withFinderMs: withFinder.ms },
    ...{ peakHeapBytes, peakProcessBytes, patchMs, ...lookups },
    ...{ dossierLayeredMs: layered.dossierMs, resolveLayeredMs: layered.resolveMs },
  };
}

async function inTurns(page: TestPage, rounds: number) {
  const [reading, ours, floor, dexie]: number[][] = [[], [], [], []];
  for (let round = 0; round < rounds; round++) {
    floor?.push(await runTask(page, 'floor'));
    if (round > 0) ours?.push((await runTask(page, 'import')).ms);
    dexie?.push(await runTask(page, 'dexie'));
    reading?.push(await runTask(page, 'reading'));
  }
  return { readingMs: median(reading), oursMs: ours ?? [], floorMs: median(floor), dexieMs: median(dexie) };
}

/** A pack of names alone, with the index of them all. */
async function measureNames(name: BrowserName, script: string, count: number): Promise<string[]> {
  const browser = await launchWithDefaultPack(name, { preciseMemory: true });
  const page = await openManager({ browser });
  await page.evaluate(script);
  const { importMs, indexMs, peakHeapBytes } = await runTask(page, 'names', { count });
  await browser.close();
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  return [
    `${name}, ${count.toLocaleString('en')}`,
    ...[importMs, indexMs, importMs + indexMs].map(seconds),
    megabytes(peakHeapBytes),
  ];
}

const NAMES_HEAD = ['browser, names alone', 'import, s', 'index, s', 'together, s', 'peak heap, MB'];

const HEAD = [
  'browser, records',
  'import, records/s',
  'with the word finder',
  'reading and checking alone',
  'idb, the same rows',
  'Dexie bulkAdd',
  'import / idb',
  'import / Dexie',
  'peak heap, MB',
  'process grows by, MB',
  '1 % patch, ms',
  'import / patch',
  'facts of a card, ms',
  'the same on a patch',
  '30 names, ms',
  'the same on a patch',
];

function describe(name: BrowserName, figures: Figures): string[] {
  const perSecond = (ms: number): string => Math.round((figures.records / ms) * 1000).toLocaleString('en');
  const { oursMs, withFinderMs, readingMs, floorMs, dexieMs, patchMs } = figures;
  return [
    `${name}, ${figures.records.toLocaleString('en')}`,
    ...[oursMs, withFinderMs, readingMs, floorMs, dexieMs].map(perSecond),
    (floorMs / oursMs).toFixed(2),
    (dexieMs / oursMs).toFixed(2),
    megabytes(figures.peakHeapBytes),
    megabytes(figures.peakProcessBytes),
    patchMs.toFixed(0),
    (oursMs / patchMs).toFixed(1),
    ...[figures.dossierMs, figures.dossierLayeredMs, figures.resolveMs, figures.resolveLayeredMs].map((ms) =>
      ms.toFixed(1),
    ),
  ];
}

const median = (times: readonly number[] = []): number =>
  times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;

const megabytes = (bytes: number | null): string => (bytes === null ? '–' : (bytes / 1e6).toFixed(0));
