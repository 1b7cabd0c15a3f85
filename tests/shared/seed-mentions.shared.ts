import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { DEFAULT_PACK, loadPacks } from '../../src/cli/load-packs.ts';
import { addTallies, EMPTY_TALLY, precision, recall, tally } from '../score/measure.ts';
import { createOurs } from '../score/spotters.ts';
import SEED_MENTIONS from '../corpus/seed-mentions.json' with { type: 'json' };

const SEEDS = resolve('../shared/seeds');

test('in the five documents nearly every mention is found, and nothing else', async () => {
  const [pack] = loadPacks([DEFAULT_PACK]);
  if (pack === undefined) throw new Error('the default pack is empty');
  const unmarked = new Set(pack.entities.filter((entity) => entity.highlight === false).map((entity) => entity.id));
  const spot = await createOurs(pack);
  let counts = EMPTY_TALLY;
  for (const { file, sha256, mentions } of SEED_MENTIONS) {
    const bytes = readFileSync(resolve(SEEDS, file));
    expect(createHash('sha256').update(bytes).digest('hex'), `${file} is another text than the one annotated`).toBe(
      sha256,
    );
    const text = bytes.toString('utf8');
    const gold = mentions
      .map(([start, end, entity]) => ({ start: Number(start), end: Number(end), entity: String(entity) }))
      .filter(({ entity }) => !unmarked.has(entity));
    const found = (await spot(text)).filter(({ entity }) => !unmarked.has(entity));
    counts = addTallies(counts, tally({ id: file, kind: 'seed', lang: 'en', part: 'seeds', text, gold }, found));
  }
  expect(counts.right + counts.missed).toBeGreaterThan(150);
  expect(precision(counts)).toBeGreaterThanOrEqual(0.99);
  expect(recall(counts)).toBeGreaterThanOrEqual(0.97);
});
