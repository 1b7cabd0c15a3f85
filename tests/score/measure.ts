import type { GoldMention, Passage } from './corpus.ts';

/** Right, wrongly marked and missed mentions; a mention is right if span and entity are. */
export type Tally = { readonly right: number; readonly wrong: number; readonly missed: number };

export const EMPTY_TALLY: Tally = { right: 0, wrong: 0, missed: 0 };

export const addTallies = (a: Tally, b: Tally): Tally => ({
  right: a.right + b.right,
  wrong: a.wrong + b.wrong,
  missed: a.missed + b.missed,
});

const keyOf = ({ start, end, entity }: GoldMention): string => `${start}-${end} ${entity}`;

export function tally(passage: Passage, found: readonly GoldMention[]): Tally {
  const gold = new Set(passage.gold.map(keyOf));
  const marked = new Set(found.map(keyOf));
  const right = [...marked].filter((key) => gold.has(key)).length;
  return { right, wrong: marked.size - right, missed: gold.size - right };
}

/** Share of marks that are right; 1 where nothing is marked. */
export const precision = ({ right, wrong }: Tally): number => (right + wrong === 0 ? 1 : right / (right + wrong));

/** Share of mentions that are marked; 1 where there are none. */
export const recall = ({ right, missed }: Tally): number => (right + missed === 0 ? 1 : right / (right + missed));

/** The harmonic mean of precision and recall. */
export function f1(counts: Tally): number {
  const [p, r] = [precision(counts), recall(counts)];
  return p + r === 0 ? 0 : (2 * p * r) / (p + r);
}
