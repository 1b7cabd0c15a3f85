import { findCandidates } from '../../../src/core/matching/find-candidates.ts';
import { isInflected } from '../../../src/core/linking/alias-rules.ts';
import { openAliasIndex } from '../../../src/core/matching/alias-index.ts';
import { createAliasIndexBuilder } from '../../../src/core/matching/alias-index-builder.ts';
import { aliasKeys } from '../../../src/core/matching/alias-key.ts';
import { spellAlias, verifyCandidate } from '../../../src/core/matching/verify-candidate.ts';
import { printTable, rewriteReadme } from '../../score/report.ts';
import { buildIndex, MATCHERS } from './matchers.ts';
import { medianTime } from './median-time.ts';
import { makeNames } from './names.ts';
import { findByReference } from './reference.ts';
import { measureTabCost } from './tab-cost.ts';
import { makeText } from './texts.ts';

const SIZES = [1e2, 1e3, 1e4, 1e5, 1e6] as const;
const TEXT_LENGTH = 1_000_000;
const ROUNDS = 9;

/** Prints and, if asked, writes into the README: throughput against peers, the index, the cost in the tab. */
export async function benchSpotting(write: boolean): Promise<void> {
  const names = makeNames(SIZES[4]);
  const common = names.slice(0, 100);
  const texts = [
    {
      title: 'News-like English',
      paragraphs: makeText(
        'en',
        TEXT_LENGTH,
        common.filter((name) => /^[A-Z]/.test(name)),
      ),
    },
    {
      title: 'Chinese',
      paragraphs: makeText(
        'zh',
        TEXT_LENGTH,
        common.filter((name) => !/^[A-Z]/.test(name)),
      ),
    },
  ];
  const tables: string[] = [];
  for (const { title, paragraphs } of texts) tables.push(`${title}\n\n${printTable(await compare(names, paragraphs))}`);
  tables.push(printTable(measureIndex(names)));
  tables.push(printTable(await measureTabs(names, texts)));
  for (const { title, paragraphs } of texts) tables.push(checkHits(title, names, paragraphs));
  const report = tables.join('\n');
  process.stdout.write(report);
  if (write) rewriteReadme('bench-spotting', report);
}

/** MB/s of each matcher at each size; the variants of a size take turns in one process. */
async function compare(names: readonly string[], paragraphs: readonly string[]): Promise<string[][]> {
  const megabytes = paragraphs.reduce((total, text) => total + text.length, 0) / 1e6;
  const rows = MATCHERS.map(({ name }) => [name]);
  for (const size of SIZES) {
    const entrants = MATCHERS.map((kind) => {
      if (size > kind.maxNames) return null;
      const part = paragraphs.slice(0, Math.ceil(paragraphs.length * kind.share));
      return { kind, part, match: kind.make(names.slice(0, size)), times: [] as number[] };
    });
    for (let round = 0; round < ROUNDS; round++) {
      for (const entrant of entrants) {
        if (entrant === null || (entrant.kind.share < 1 && round > 2)) continue;
        entrant.times.push(await medianTime(() => entrant.match(entrant.part), 1));
      }
    }
    entrants.forEach((entrant, row) => {
      const time = entrant?.times.toSorted((a, b) => a - b)[Math.floor((entrant.times.length - 1) / 2)];
      const speed = time === undefined || entrant === null ? null : (megabytes * entrant.kind.share * 1000) / time;
      rows[row]?.push(speed === null ? '–' : speed.toPrecision(3));
    });
  }
  return [['MB/s', ...SIZES.map((size) => `${size.toLocaleString('en')} names`)], ...rows];
}

/** Size, time to build and to open an index. */
function measureIndex(names: readonly string[]): string[][] {
  const rows = SIZES.map((size) => {
    const began = performance.now();
    const builder = createAliasIndexBuilder();
    for (const name of names.slice(0, size)) builder.add(name);
    const buffer = builder.finish();
    const built = performance.now();
    const stored = new Uint8Array(buffer).toBase64();
    const encoded = performance.now();
    const index = openAliasIndex(Uint8Array.fromBase64(stored).buffer);
    const opened = performance.now();
    return [
      size.toLocaleString('en'),
      String(buffer.byteLength),
      (buffer.byteLength / (index?.aliasCount ?? 1)).toFixed(1),
      (built - began).toFixed(1),
      (opened - encoded).toFixed(2),
    ];
  });
  return [['aliases', 'bytes', 'bytes an alias', 'build ms', 'load ms'], ...rows];
}

/** The synchronous work of a 100 kB page in its tab: 1 000 aliases at hand, a million elsewhere. */
async function measureTabs(
  names: readonly string[],
  texts: readonly { readonly title: string; readonly paragraphs: readonly string[] }[],
): Promise<string[][]> {
  const [small, large] = [buildIndex(names.slice(0, 1e3)), buildIndex(names)];
  const rows: string[][] = [];
  for (const { title, paragraphs } of texts) {
    const page = paragraphs.slice(0, Math.ceil((paragraphs.length * 100_000) / TEXT_LENGTH));
    const { local, tab, background } = await measureTabCost(small, large, page);
    rows.push([title, local.toFixed(2), tab.toFixed(2), (tab / local).toFixed(2), background.toFixed(2)]);
  }
  return [
    [
      '100 kB page',
      '1 000 aliases, ms in the tab',
      '1 000 000 aliases, ms in the tab',
      'ratio',
      'ms in the background',
    ],
    ...rows,
  ];
}

/** Whether what remains after the strings are compared is exactly what the reference finds, at the largest size. */
function checkHits(title: string, names: readonly string[], paragraphs: readonly string[]): string {
  const index = buildIndex(names);
  const byFingerprint = Map.groupBy(names, (name) => aliasKeys(name)?.fingerprint);
  const found = new Set<string>();
  let collisions = 0;
  paragraphs.forEach((text, paragraph) => {
    for (const candidate of findCandidates(index, text)) {
      const real = (byFingerprint.get(candidate.fingerprint) ?? []).some(
        (name) => verifyCandidate(text, candidate, spellAlias(name)) !== null,
      );
      // Plurals are more than the reference knows.
      if (real && !isInflected(text.slice(candidate.start, candidate.end), text[candidate.end]))
        found.add(`${paragraph}:${candidate.start}-${candidate.end}`);
      else if (!real) collisions++;
    }
  });
  const expected = findByReference(names, paragraphs);
  const missing = [...expected].filter((key) => !found.has(key)).length;
  const extra = [...found].filter((key) => !expected.has(key)).length;
  return `${title}, 1,000,000 names: ${found.size} hits, reference ${expected.size}; ${missing} missing, ${extra} more, ${collisions} candidates refused by their strings.\n`;
}
