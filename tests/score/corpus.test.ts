import { describe, expect, test } from 'vitest';
import { DEFAULT_PACK, loadPacks } from '../../src/cli/load-packs.ts';
import { parseMarks, readCorpus } from './corpus.ts';
import { addTallies, EMPTY_TALLY, precision, recall, tally } from './measure.ts';
import { createOurs } from './spotters.ts';

const [pack] = loadPacks([DEFAULT_PACK]);
if (pack === undefined) throw new Error('the default pack is empty');
const ids = new Set(pack.entities.map((entity) => entity.id));
const unmarked = new Set(pack.entities.filter((entity) => entity.highlight === false).map((entity) => entity.id));
const corpus = readCorpus();
const spot = await createOurs(pack);

/** What has been reached, rounded down; nothing may fall behind it. `dirty`: negative passages with a mark. */
const REACHED = [
  { part: 'english', minPrecision: 0.98, minRecall: 0.96, maxDirty: 0 },
  { part: 'languages', minPrecision: 0.98, minRecall: 0.98, maxDirty: 1 },
  { part: 'negative', minPrecision: 0, minRecall: 1, maxDirty: 3 },
  { part: 'held-out', minPrecision: 0.92, minRecall: 0.95, maxDirty: 3 },
  { part: 'fresh', minPrecision: 0.985, minRecall: 0.985, maxDirty: 2 },
  { part: 'second-reader', minPrecision: 0.99, minRecall: 0.98, maxDirty: 1 },
  { part: 'unseen', minPrecision: 0.99, minRecall: 0.985, maxDirty: 1 },
] as const;

test.each(REACHED)('the passages of $part', async ({ part, minPrecision, minRecall, maxDirty }) => {
  let counts = EMPTY_TALLY;
  let dirty = 0;
  for (const passage of corpus.filter((each) => each.part === part)) {
    const gold = passage.gold.filter(({ entity }) => !unmarked.has(entity));
    const found = (await spot(passage.text)).filter(({ entity }) => !unmarked.has(entity));
    const own = tally({ ...passage, gold }, found);
    counts = addTallies(counts, own);
    if (gold.length === 0 && own.wrong > 0) dirty++;
  }
  expect(precision(counts)).toBeGreaterThanOrEqual(minPrecision);
  expect(recall(counts)).toBeGreaterThanOrEqual(minRecall);
  expect(dirty).toBeLessThanOrEqual(maxDirty);
});

describe('the corpus', () => {
  test('has passages enough of every kind, and each mark names an entity of the pack', () => {
    const kinds = Map.groupBy(corpus, ({ kind }) => kind);
    expect([...kinds.keys()].toSorted()).toEqual(['layout', 'negative', 'positive']);
    expect(corpus.length).toBeGreaterThanOrEqual(150);
    expect(new Set(corpus.map(({ id }) => id)).size).toBe(corpus.length);
    expect(corpus.flatMap(({ gold }) => gold).filter(({ entity }) => !ids.has(entity))).toEqual([]);
    expect(kinds.get('negative')?.filter(({ gold }) => gold.length > 0)).toEqual([]);
  });

  test('is read with exact offsets', () => {
    expect(parseMarks('A {{Huawei|huawei}} and {{华为|huawei}}.')).toEqual({
      text: 'A Huawei and 华为.',
      gold: [
        { start: 2, end: 8, entity: 'huawei' },
        { start: 13, end: 15, entity: 'huawei' },
      ],
    });
  });
});
