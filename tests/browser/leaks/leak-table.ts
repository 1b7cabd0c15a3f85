import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BROWSERS, type BrowserName } from '../drive.ts';

/** Every probe of the leak meter: the threat it belongs to, what the page does, and what the number counts. */
const PROBES = {
  trace: {
    threat: 'T2',
    does: 'compares everything it can see with a browser without Sidelight',
    counts: 'differences',
  },
  file: { threat: 'T2', does: 'loads every packaged file by the known address', counts: 'files that load' },
  embed: { threat: 'T2', does: 'frames every packaged page by the known address', counts: 'pages that load' },
  style: { threat: 'T2', does: 'asks for the style of every word of the build', counts: 'highlight styles found' },
  call: { threat: 'T2', does: 'puts traps into DOM methods and properties', counts: 'traps that fire' },
  planted: {
    threat: 'T1',
    does: 'plants 1,000 names and reads the registry',
    counts: 'followed names recovered, of 40 planted',
  },
  unseen: { threat: 'T1', does: 'the same', counts: 'recovered names that no reader sees marked' },
  private: {
    threat: 'T1',
    does: 'plants 20 names of a pack that is never to show',
    counts: 'private names recovered',
  },
  hidden: { threat: 'T3', does: 'hides names in 14 ways', counts: 'ways in which a hidden name is marked' },
  text: { threat: 'T4', does: 'searches, selects, copies and serialises', counts: 'words of the card recovered' },
  fonts: { threat: 'T4', does: 'offers a font of its own for every letter', counts: 'letters asked for by the card' },
  frame: {
    threat: 'T4',
    does: 'reaches for the frame of the card and listens',
    counts: 'frames, messages, resource entries',
  },
  events: { threat: 'T5', does: 'makes up 10,000 events of 14 types', counts: 'cards, mutations, card tickets' },
  slide: { threat: 'T6', does: 'slides 200 names under a resting pointer in 1 s', counts: 'cards' },
  chase: { threat: 'T6', does: 'slides 200 names under a moving pointer in 1 s', counts: 'cards (at most 4)' },
  forged: { threat: 'T7', does: 'adds a word of its own to the highlight', counts: 'cards for it' },
  cleared: { threat: 'T7', does: 'clears the registry 100 times a second', counts: 'times it is set again in 3 s' },
  clicks: {
    threat: 'T8',
    does: 'disguises the card in 7 ways; the user clicks it',
    counts: 'changes of settings or packs',
  },
} as const;

export type Probe = keyof typeof PROBES;

type Counts = Partial<Record<Probe, Partial<Record<BrowserName, number>>>>;

const FOLDER = resolve('.artifacts');

/** Notes what a probe counted and writes the table anew: the files of tests run one after another, each in a process. */
export function recordLeak(probe: Probe, browser: BrowserName, count: number): void {
  const known = readCounts();
  const counts: Counts = { ...known, [probe]: { ...known[probe], [browser]: count } };
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(resolve(FOLDER, 'leaks.json'), JSON.stringify(counts));
  writeFileSync(resolve(FOLDER, 'leaks.md'), formatLeaks(counts));
}

function readCounts(): Counts {
  try {
    return JSON.parse(readFileSync(resolve(FOLDER, 'leaks.json'), 'utf8')) as Counts;
  } catch {
    return {};
  }
}

function formatLeaks(counts: Counts): string {
  const rows = (Object.keys(PROBES) as Probe[]).map((probe) => {
    const { threat, does, counts: what } = PROBES[probe];
    return [threat, does, what, ...BROWSERS.map((browser) => String(counts[probe]?.[browser] ?? '–'))];
  });
  const header = ['threat', 'the page', 'counted', ...BROWSERS];
  const rule = header.map((_, column) => (column > 2 ? '---:' : '---'));
  return `${[header, rule, ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`;
}
