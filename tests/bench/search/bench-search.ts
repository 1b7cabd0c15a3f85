import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { BROWSERS, type BrowserName, type TestPage } from '../../browser/drive.ts';
import { openManager } from '../../browser/own-page.ts';
import { until } from '../../browser/reader.ts';
import { launchWithDefaultPack } from '../../browser/shared-browser.ts';
import { libraryPack } from '../../fixtures/library-pack.ts';
import { printTable, rewriteReadme } from '../../score/report.ts';
import { countWhole, readIndexSize, scrollThrough, takeTimes, watchSearch, whenListed } from './watch-search.ts';

const SIZES = [1000, 10_000, 100_000];
/** Names, words of facts and sources, both, another script, what is misspelt and what is not there. */
const TYPED = [
  'dengral',
  'fogralhes mor',
  'railways',
  'million in cement',
  'yearbook energy',
  'sensetime',
  '华为',
  'Holding',
  'bagraldne',
];
/** Rows that go by in a frame: reading, and dragging the scroll bar. */
const STEP_PX = { reading: 120, dragging: 6000 };
const IMPORT_PATIENCE_MS = 30 * 60_000;
/** What an import leaves to be done in the background is not to be measured along with the library. */
const REST_MS = 5000;

/** What the library costs in real browsers: its index, a keystroke, a frame. */
export async function benchSearch(write: boolean): Promise<void> {
  const rows: string[][] = [];
  for (const name of BROWSERS)
    for (const size of SIZES) {
      rows.push(await measure(name, size));
      process.stderr.write(`${rows.at(-1)?.join(' | ')}\n`);
    }
  const table = printTable([HEAD, ...rows]);
  process.stdout.write(table);
  if (write) rewriteReadme('bench-search', table);
  process.exit(0);
}

const HEAD = [
  'browser, names',
  'index built, s',
  'index, MB',
  'list from the cache, ms',
  'with full text, ms',
  'key to painted list, median ms',
  'p95',
  'to the whole list, median ms',
  'p95',
  'frame while reading, median ms',
  'p95',
  'frame while dragging, p95',
];

async function measure(name: BrowserName, size: number): Promise<string[]> {
  const browser = await launchWithDefaultPack(name);
  const page = await openManager({ browser });
  await page.bringToFront();
  await importPack(page, size);
  await sleep(REST_MS);
  const library = `${browser.extensionOrigin}/manager.html#/library`;
  const open = async (address: string): Promise<number> => {
    await page.gotoOwnPage(`${browser.extensionOrigin}/icons/16.png`);
    await page.gotoOwnPage(address);
    return waitFor(page, address === library ? size : 1);
  };
  const builtMs = await open(library);
  await sleep(REST_MS);
  const bytes = await page.evaluate(readIndexSize, undefined);
  const listMs = await open(library);
  // By a fact that only the full text knows.
  const textMs = await open(`${library}?q=railways%20employs`);
  await open(library);
  await sleep(REST_MS);
  const { first, whole } = await typeAll(page);
  await open(library);
  const reading = await page.evaluate(scrollThrough, STEP_PX.reading);
  const dragging = await page.evaluate(scrollThrough, STEP_PX.dragging);
  await browser.close();
  return [
    `${name}, ${size.toLocaleString('en')}`,
    (builtMs / 1000).toFixed(1),
    (bytes / 1e6).toFixed(1),
    ...[listMs, textMs, at(first, 0.5), at(first, 0.95), at(whole, 0.5), at(whole, 0.95)].map((ms) => ms.toFixed(0)),
    ...[at(reading, 0.5), at(reading, 0.95), at(dragging, 0.95)].map((ms) => ms.toFixed(1)),
  ];
}

/** A driver does not wait for ever, so the page is asked again and again. */
const waitFor = (page: TestPage, count: number): Promise<number> =>
  until(
    async () => {
      const listed = page.evaluate(whenListed, count).catch(() => 0);
      return Promise.race([listed, sleep(20_000, 0)]);
    },
    (ms) => ms > 0,
    'the list',
    IMPORT_PATIENCE_MS,
  );

async function importPack(page: TestPage, size: number): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'sidelight-search-'));
  const file = join(folder, 'library.factpack.jsonl');
  await writeFile(file, libraryPack(size).join('\n'));
  await page.setInputFile('input[type="file"]', file);
  await until(
    () => page.evaluate(() => document.body.textContent ?? '', null),
    (text) => text.includes('Pack library, version 1, is installed'),
    'the import',
    IMPORT_PATIENCE_MS,
  );
  await rm(folder, { recursive: true });
}

/** Types every text letter by letter, each when the list of the one before is whole, and takes it back. */
async function typeAll(page: TestPage) {
  await page.evaluate(watchSearch, undefined);
  await page.evaluate(() => document.querySelector<HTMLElement>('.library .search')?.focus(), null);
  let keys = 0;
  const settle = async (): Promise<void> => {
    keys++;
    await until(
      () => page.evaluate(countWhole, undefined),
      (count) => count >= keys,
      `key ${keys}`,
    );
  };
  for (const text of TYPED) {
    for (const letter of text) {
      await page.keyboard.type(letter);
      await settle();
    }
    for (let left = text.length; left > 0; left--) {
      await page.keyboard.press('Backspace');
      await settle();
    }
  }
  return page.evaluate(takeTimes, undefined);
}

const at = (times: readonly number[], share: number): number =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN;
