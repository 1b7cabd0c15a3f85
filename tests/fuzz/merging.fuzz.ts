import fc from 'fast-check';
import { clusterEntities } from '../../src/core/merging/cluster-entities.ts';
import type { MergeableEntity } from '../../src/core/merging/join-keys.ts';
import { entityKey } from '../../src/core/model/mention.ts';
import { demand, fuzzTarget } from './fuzz-target.ts';

const PACKS = ['a', 'b', 'c', 'own'];
const IDS = ['x', 'y', 'z', '__proto__'];
const ref = fc.nat(PACKS.length * IDS.length - 1).map((number) => ({
  pack: PACKS[number % PACKS.length] ?? '',
  id: IDS[Math.floor(number / PACKS.length)] ?? '',
}));
const entity: fc.Arbitrary<MergeableEntity> = fc
  .tuple(
    ref,
    fc.constantFrom(null, null, 'Q1', 'Q2'),
    fc.array(fc.oneof(ref.map(entityKey), fc.constantFrom(...IDS)), { maxLength: 2 }),
  )
  .map(([of, wikidata, sameAs]) => ({ ref: of, wikidata, sameAs }));
const pairs = fc.array(fc.tuple(ref, ref), { maxLength: 2 });

fuzzTarget(
  'S15: which records are one entity does not depend on their order, and each is of one cluster',
  fc.tuple(fc.uniqueArray(entity, { maxLength: 7, selector: (of) => entityKey(of.ref) }), pairs, pairs, fc.nat(0xffff)),
  ([entities, same, different, turn]) => {
    const at = turn % (entities.length + 1);
    const choices = { same, different };
    const clusters = clusterEntities(entities, choices, PACKS);
    const turned = clusterEntities([...entities.slice(at), ...entities.slice(0, at)].toReversed(), choices, PACKS);
    demand(JSON.stringify(clusters) === JSON.stringify(turned), 'the order does not count');
    const members = clusters.flat().map(entityKey);
    demand(new Set(members).size === members.length, 'no record is in two clusters');
    const known = new Set(entities.map((of) => entityKey(of.ref)));
    demand(
      members.every((key) => known.has(key)),
      'only what there is',
    );
    const apart = different.every(
      ([one, other]) =>
        entityKey(one) === entityKey(other) ||
        !clusters.some((cluster) => [one, other].every((of) => cluster.map(entityKey).includes(entityKey(of)))),
    );
    demand(apart, 'what the user calls different stays apart');
  },
);
