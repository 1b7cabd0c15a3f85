import type { EntityRef, EntityType } from '../model/entity.ts';
import { entityKey } from '../model/mention.ts';

/** Another entity, and how many facts are about both. */
export type RelatedEntity = {
  readonly ref: EntityRef;
  readonly name: string;
  readonly type: EntityType;
  readonly factCount: number;
};

/** An entity that a fact is about as well: the record that stands for it. */
export type FactCompanion = Omit<RelatedEntity, 'factCount'>;

/**
 * Counts with whom facts are shared: each fact once for each companion, however many records it names. Most facts first, then by
 * name.
 */
export function countCompanions(facts: readonly (readonly FactCompanion[])[]): RelatedEntity[] {
  const counted = new Map<string, RelatedEntity>();
  for (const companions of facts) {
    for (const [key, companion] of new Map(companions.map((each) => [entityKey(each.ref), each]))) {
      const before = counted.get(key);
      counted.set(key, { ...(before ?? companion), factCount: (before?.factCount ?? 0) + 1 });
    }
  }
  return [...counted.values()].toSorted(
    (a, b) =>
      b.factCount - a.factCount || a.name.localeCompare(b.name) || (entityKey(a.ref) < entityKey(b.ref) ? -1 : 1),
  );
}
