import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clusterEntities } from '../../../src/core/merging/cluster-entities.ts';
import type { MergeableEntity } from '../../../src/core/merging/join-keys.ts';
import { NO_CHOICES, type EntityPair, type MergeChoices } from '../../../src/core/merging/merge-choices.ts';
import { entityKey } from '../../../src/core/model/mention.ts';
import { fuzzRuns, FUZZ_TIMEOUT_MS } from '../../fixtures/fuzz-runs.ts';

const ref = (key: string) => {
  const [pack = '', id = ''] = key.split('/');
  return { pack, id };
};
const entity = (key: string, fields: Partial<MergeableEntity> = {}): MergeableEntity => ({
  ref: ref(key),
  wikidata: null,
  sameAs: [],
  ...fields,
});
const pair = (a: string, b: string): EntityPair => [ref(a), ref(b)];
const keysOf = (entities: readonly MergeableEntity[], choices: Partial<MergeChoices> = {}, order = 'a b c d own') =>
  clusterEntities(entities, { ...NO_CHOICES, ...choices }, order.split(' ')).map((cluster) => cluster.map(entityKey));

describe('two records are one entity', () => {
  test.each<[string, readonly MergeableEntity[], readonly (readonly string[])[]]>([
    ['if they have the same id', [entity('a/x'), entity('b/x')], [['a/x', 'b/x']]],
    [
      'if they name the same Wikidata item',
      [entity('a/x', { wikidata: 'Q1' }), entity('b/y', { wikidata: 'Q1' })],
      [['a/x', 'b/y']],
    ],
    ['if one declares the other', [entity('a/x'), entity('b/y', { sameAs: ['a/x'] })], [['a/x', 'b/y']]],
    [
      'if one declares an id, whosever it is',
      [entity('a/x'), entity('c/x'), entity('b/y', { sameAs: ['x'] })],
      [['a/x', 'b/y', 'c/x']],
    ],
    ['through a third', [entity('a/x'), entity('b/x', { sameAs: ['c/y'] }), entity('c/y')], [['a/x', 'b/x', 'c/y']]],
    ['but not for the same id elsewhere', [entity('a/x'), entity('b/y', { sameAs: ['c/x'] })], []],
    [
      'but not if they name different items',
      [entity('a/x', { wikidata: 'Q1' }), entity('b/x', { wikidata: 'Q2' })],
      [],
    ],
    ['but not within one pack', [entity('a/x', { wikidata: 'Q1' }), entity('a/y', { wikidata: 'Q1' })], []],
    ['but not for a name of the same sound', [entity('a/x'), entity('b/y')], []],
  ])('%s', (_name, entities, clusters) => {
    expect(keysOf(entities)).toEqual(clusters);
  });

  test('if the user says so, within one pack as well', () => {
    expect(keysOf([entity('a/x'), entity('b/y')], { same: [pair('b/y', 'a/x')] })).toEqual([['a/x', 'b/y']]);
    expect(keysOf([entity('a/x'), entity('a/y')], { same: [pair('a/x', 'a/y')] })).toEqual([['a/x', 'a/y']]);
    expect(keysOf([entity('a/x')], { same: [pair('a/x', 'b/gone')] })).toEqual([]);
  });

  test('if the overlay stands for it, whatever item it names', () => {
    const entities = [entity('a/x', { wikidata: 'Q1' }), entity('own/x', { sameAs: ['a/x'], wikidata: 'Q2' })];
    expect(keysOf(entities)).toEqual([['a/x', 'own/x']]);
  });
});

describe('the user has the last word', () => {
  test('what is different stays apart, whatever else is said, and through others too', () => {
    const different = [pair('a/x', 'b/x')];
    expect(keysOf([entity('a/x'), entity('b/x')], { different, same: [pair('a/x', 'b/x')] })).toEqual([]);
    const third = entity('c/x', { sameAs: ['a/x', 'b/x'] });
    expect(keysOf([entity('a/x'), entity('b/x'), third], { different })).toEqual([['a/x', 'c/x']]);
  });
});

describe('T15: a pack cannot glue together what another one keeps apart', () => {
  test.each([
    ['by declaring both', [entity('a/x'), entity('a/y'), entity('b/z', { sameAs: ['a/x', 'a/y'] })], [['a/x', 'b/z']]],
    [
      'by an item and an id',
      [entity('a/x', { wikidata: 'Q1' }), entity('a/y'), entity('b/y', { wikidata: 'Q1' })],
      [['a/x', 'b/y']],
    ],
  ])('%s', (_name, entities, clusters) => {
    expect(keysOf(entities)).toEqual(clusters);
  });

  test('what is declared counts more than an id that happens to be the same', () => {
    const entities = [entity('a/mit'), entity('b/mit'), entity('b/mit-university', { sameAs: ['a/mit'] })];
    expect(keysOf(entities)).toEqual([['a/mit', 'b/mit-university']]);
  });
});

test('the record of the first pack stands for all', () => {
  expect(keysOf([entity('a/x'), entity('b/x'), entity('c/x')], {}, 'c a b')).toEqual([['c/x', 'a/x', 'b/x']]);
});

const PACKS = ['a', 'b', 'c', 'own'];
const anyKey = fc.tuple(fc.constantFrom(...PACKS), fc.constantFrom('u', 'v', 'w', 'x')).map((parts) => parts.join('/'));
const anyEntity = fc.record({
  key: anyKey,
  wikidata: fc.constantFrom(null, null, 'Q1', 'Q2'),
  sameAs: fc.array(fc.oneof(anyKey, fc.constantFrom('u', 'v', 'nobody')), { maxLength: 2 }),
});
const anyPairs = fc.array(fc.tuple(anyKey, anyKey), { maxLength: 2 });
const anyInput = fc.record({
  entities: fc.uniqueArray(anyEntity, { selector: ({ key }) => key, maxLength: 14 }),
  same: anyPairs,
  different: anyPairs,
});
const toInput = ({ entities, same, different }: typeof anyInput extends fc.Arbitrary<infer T> ? T : never) => ({
  entities: entities.map(({ key, ...fields }) => entity(key, fields)),
  choices: { same: same.map(([a, b]) => pair(a, b)), different: different.map(([a, b]) => pair(a, b)) },
});
const memberSets = (clusters: ReturnType<typeof clusterEntities>): string[] =>
  clusters.map((cluster) => cluster.map(entityKey).toSorted().join(' ')).toSorted();

describe('property', () => {
  test(
    'S15: who is in a cluster depends on the order of nothing; who stands for it, on the order of the packs',
    () => {
      const shuffledOf = <T>(items: readonly T[]) => fc.shuffledSubarray([...items], { minLength: items.length });
      fc.assert(
        fc.property(
          anyInput.chain((input) => {
            const { entities, choices } = toInput(input);
            const orders = fc.tuple(shuffledOf(entities), shuffledOf(choices.same), shuffledOf(PACKS));
            return orders.map(([shuffled, same, packs]) => ({ entities, choices, shuffled, same, packs }));
          }),
          ({ entities, choices, shuffled, same, packs }) => {
            const clusters = clusterEntities(entities, choices, PACKS);
            const others = clusterEntities(shuffled, { ...choices, same }, packs);
            expect(memberSets(others)).toEqual(memberSets(clusters));
            for (const cluster of others) {
              const ranks = cluster.map(({ pack }) => packs.indexOf(pack));
              expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
            }
          },
        ),
        fuzzRuns(500),
      );
    },
    FUZZ_TIMEOUT_MS,
  );

  test(
    'no record is in two clusters, none stands with what it is kept apart from, and only the user joins records of one pack',
    () => {
      fc.assert(
        fc.property(anyInput, (input) => {
          const { entities, choices } = toInput(input);
          const clusters = clusterEntities(entities, choices, PACKS);
          const all = clusters.flat().map(entityKey);
          expect(new Set(all).size).toBe(all.length);
          for (const cluster of clusters) {
            const keys = new Set(cluster.map(entityKey));
            for (const [a, b] of choices.different)
              if (entityKey(a) !== entityKey(b)) expect(keys.has(entityKey(a)) && keys.has(entityKey(b))).toBe(false);
            const isUsers = choices.same.length > 0 || [...keys].some((key) => key.startsWith('own/'));
            if (!isUsers) expect(new Set(cluster.map(({ pack }) => pack)).size).toBe(cluster.length);
          }
        }),
        fuzzRuns(500),
      );
    },
    FUZZ_TIMEOUT_MS,
  );
});
