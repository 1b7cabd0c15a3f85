import { entityKey } from '../model/mention.ts';
import type { MergeableEntity } from './join-keys.ts';
import type { EntityPair } from './merge-choices.ts';

/** Sets of entities, to be united two by two (union-find, Tarjan 1975), except what must stay apart. */
export type DisjointSets = {
  /**
   * Makes one set of those of two entities. Refused where the user calls a member of one different from a member of the other,
   * or an entity is unknown; and, unless it is the user's word, where both hold records of one pack or name different Wikidata
   * items. Whether they are in one set now.
   */
  unite(a: string, b: string, by: 'user' | 'pack'): boolean;
  /** The keys of each set, in the order of the entities. */
  groups(): string[][];
};

type Members = {
  readonly keys: readonly string[];
  readonly packs: ReadonlySet<string>;
  readonly items: ReadonlySet<string>;
};

export function createDisjointSets(
  entities: readonly MergeableEntity[],
  different: readonly EntityPair[],
): DisjointSets {
  const parents = new Map<string, string>();
  const members = new Map<string, Members>();
  for (const { ref, wikidata } of entities) {
    const key = entityKey(ref);
    parents.set(key, key);
    members.set(key, { keys: [key], packs: new Set([ref.pack]), items: new Set(wikidata === null ? [] : [wikidata]) });
  }
  const apart = new Map<string, string[]>();
  for (const [a, b] of different.map((pair) => pair.map(entityKey)))
    for (const [from, to] of [
      [a, b],
      [b, a],
    ])
      if (from !== undefined && to !== undefined) apart.set(from, [...(apart.get(from) ?? []), to]);

  const find = (key: string): string => {
    let root = key;
    for (let parent = parents.get(root); parent !== undefined && parent !== root; parent = parents.get(root))
      root = parent;
    // Later searches take the short way.
    for (let step = key; step !== root;) {
      const next = parents.get(step) ?? root;
      parents.set(step, root);
      step = next;
    }
    return root;
  };

  return {
    unite(a, b, by) {
      const [first, second] = [find(a), find(b)];
      if (first === second) return members.has(first);
      const [one, other] = [members.get(first), members.get(second)];
      if (one === undefined || other === undefined) return false;
      const [small, large, root] = one.keys.length < other.keys.length ? [one, other, second] : [other, one, first];
      if (small.keys.some((key) => apart.get(key)?.some((enemy) => find(enemy) === root))) return false;
      const contradict =
        small.items.size > 0 && large.items.size > 0 && ![...small.items].some((item) => large.items.has(item));
      if (by === 'pack' && (contradict || [...small.packs].some((pack) => large.packs.has(pack)))) return false;
      for (const key of small.keys) parents.set(key, root);
      members.set(root, {
        keys: [...large.keys, ...small.keys],
        packs: new Set([...large.packs, ...small.packs]),
        items: new Set([...large.items, ...small.items]),
      });
      return true;
    },
    groups() {
      const groups = new Map<string, string[]>();
      for (const key of parents.keys()) {
        const root = find(key);
        const group = groups.get(root);
        if (group === undefined) groups.set(root, [key]);
        else group.push(key);
      }
      return [...groups.values()];
    },
  };
}
