import { readCorpus } from '../../score/corpus.ts';

/** Random numbers below 1 that are the same in every run (mulberry32, public domain). */
export function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Prose that has the words of the corpus in their neighbourhoods (a chain of order 1), in paragraphs of some 500 characters. */
export function makeText(language: 'en' | 'zh', length: number, names: readonly string[], seed = 1): string[] {
  const random = createRandom(seed);
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const source = readCorpus().filter(({ lang }) => lang === language);
  const units = source.flatMap(({ text }) =>
    language === 'en' ? text.split(/\s+/u) : Array.from(text.replaceAll(/\s/gu, '')),
  );
  const next = Map.groupBy(units.keys(), (position) => units[position] ?? '');
  const gap = language === 'en' ? ' ' : '';
  // One name in two hundred words, as in the measurements that the targets come from.
  const density = language === 'en' ? 0.005 : 0.0025;
  const paragraphs: string[] = [];
  let unit = pick(units) ?? '';
  for (let made = 0; made < length;) {
    const parts: string[] = [];
    for (let size = 0; size < 500; size += (parts.at(-1)?.length ?? 0) + gap.length) {
      parts.push(random() < density ? (pick(names) ?? '') : unit);
      const place = pick(next.get(unit) ?? []);
      unit = (place === undefined ? undefined : units[place + 1]) ?? pick(units) ?? '';
    }
    const paragraph = parts.join(gap);
    made += paragraph.length;
    paragraphs.push(paragraph);
  }
  return paragraphs;
}
