import type { EntityRef } from '../model/entity.ts';
import { entityKey } from '../model/mention.ts';
import { isOwn } from '../model/overlay.ts';
import { createDisjointSets } from './disjoint-sets.ts';
import type { MergeableEntity } from './join-keys.ts';
import type { MergeChoices } from './merge-choices.ts';

/** Records of several packs that are about one entity. The first, which stands for all, is that of the first pack in order. */
export type EntityCluster = readonly EntityRef[];

type Key = string;

/**
 * Finds the records that are about one entity. In this order, the surest first: the user says so; a record of the overlay
 * does; both name the same Wikidata item; one declares the other (`sameAs`); both have the same id. What the user calls
 * different stays apart, whatever the rest says. But for the user's word, a cluster has one record of each pack, for packs
 * tell their own names apart, and one Wikidata item: a pack cannot glue together what another one keeps apart.
 *
 * The members depend on neither the order of the packs nor that of the records.
 *
 * @param order ids of the packs, the first one first.
 * @returns the clusters of more than one record.
 */
export function clusterEntities(
  entities: readonly MergeableEntity[],
  choices: MergeChoices,
  order: readonly string[],
): EntityCluster[] {
  const known = new Map(entities.map((entity) => [entityKey(entity.ref), entity]));
  const keys = [...known.keys()].toSorted();
  const sorted = keys.flatMap((key) => known.get(key) ?? []);
  const byId = groupKeys(sorted, ({ ref }) => ref.id);
  const sets = createDisjointSets(sorted, choices.different);

  for (const [a, b] of sortPairs(choices.same)) sets.unite(a, b, 'user');
  const declared = sorted.flatMap((entity) => declarations(entity, byId));
  for (const [a, b] of declared.filter(([, , own]) => own)) sets.unite(a, b, 'user');
  for (const group of groupKeys(sorted, ({ wikidata }) => wikidata).values()) uniteAll(group, sets.unite);
  for (const [a, b] of declared.filter(([, , own]) => !own)) sets.unite(a, b, 'pack');
  for (const group of byId.values()) uniteAll(group, sets.unite);

  const rank = new Map(order.map((pack, position) => [pack, position]));
  const rankOf = ({ pack }: EntityRef): number => rank.get(pack) ?? order.length;
  return sets
    .groups()
    .filter((group) => group.length > 1)
    .map((group) =>
      group
        .flatMap((key) => known.get(key)?.ref ?? [])
        .toSorted((a, b) => rankOf(a) - rankOf(b) || compare(entityKey(a), entityKey(b))),
    );
}

/** Every pair that `sameAs` of an entity names, and whether the user's overlay says so. Those that name a pack come first. */
function declarations(
  { ref, sameAs }: MergeableEntity,
  byId: ReadonlyMap<string, readonly Key[]>,
): [Key, Key, boolean][] {
  const own = isOwn(ref);
  const targets = sameAs
    .toSorted((a, b) => Number(b.includes('/')) - Number(a.includes('/')) || compare(a, b))
    .flatMap((entry) => (entry.includes('/') ? [entry] : (byId.get(entry) ?? [])));
  return targets.map((target) => [entityKey(ref), target, own]);
}

/** Unites each with every earlier one: where two are kept apart, a third may still belong to either. */
function uniteAll(group: readonly Key[], unite: (a: Key, b: Key, by: 'pack') => boolean): void {
  const heads: Key[] = [];
  for (const key of group) if (!heads.some((head) => unite(head, key, 'pack'))) heads.push(key);
}

function groupKeys(
  entities: readonly MergeableEntity[],
  by: (entity: MergeableEntity) => string | null,
): Map<string, Key[]> {
  const groups = new Map<string, Key[]>();
  for (const entity of entities) {
    const value = by(entity);
    if (value === null) continue;
    const group = groups.get(value);
    if (group === undefined) groups.set(value, [entityKey(entity.ref)]);
    else group.push(entityKey(entity.ref));
  }
  return groups;
}

const sortPairs = (pairs: MergeChoices['same']): [Key, Key][] =>
  pairs
    .map(([a, b]): [Key, Key] => [entityKey(a), entityKey(b)])
    .map(([a, b]): [Key, Key] => (a < b ? [a, b] : [b, a]))
    .toSorted((a, b) => compare(a.join(' '), b.join(' ')));

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
