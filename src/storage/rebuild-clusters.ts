import { clusterEntities } from '../core/merging/cluster-entities.ts';
import { chosenKeys, joinKeys, toMergeable, type MergeableEntity } from '../core/merging/join-keys.ts';
import type { MergeChoices } from '../core/merging/merge-choices.ts';
import { entityKey } from '../core/model/mention.ts';
import { createIdTable, type IdTable } from '../core/packs/id-table.ts';
import { writeClusters } from './cluster-store.ts';
import type { Database } from './database.ts';
import { listPacks, walkEntities } from './pack-store.ts';

/**
 * Finds out anew which records of the enabled packs are about one entity. Walks them twice: first it notes what might join them,
 * in some 30 bytes for each, then it takes in only those that share something with a record of another pack.
 */
export async function rebuildClusters(database: Database, choices: MergeChoices): Promise<void> {
  const order = (await listPacks(database)).filter(({ enabled }) => enabled).map(({ id }) => id);
  const isAlone = order.length < 2 && choices.same.length === 0;
  const mergeable = isAlone ? [] : await collectMergeable(database, choices, order);
  await writeClusters(database, clusterEntities(mergeable, choices, order));
}

async function collectMergeable(
  database: Database,
  choices: MergeChoices,
  order: readonly string[],
): Promise<MergeableEntity[]> {
  const shared = await findSharedKeys(database, order);
  const chosen = chosenKeys(choices);
  const found: MergeableEntity[] = [];
  for await (const { pack, rows } of walkEntities(database)) {
    for (const { entity } of rows) {
      const mergeable = toMergeable(pack, entity);
      const isShared = joinKeys(mergeable).some((key) => shared.get(key) !== undefined);
      if (isShared || chosen.has(entityKey(mergeable.ref))) found.push(mergeable);
    }
  }
  return found;
}

/** What records of more than one pack have in common. */
async function findSharedKeys(database: Database, order: readonly string[]): Promise<IdTable> {
  const firstSeen = createIdTable();
  const shared = createIdTable();
  for await (const { pack, rows } of walkEntities(database)) {
    const number = order.indexOf(pack) + 1;
    for (const { entity } of rows)
      for (const key of joinKeys(toMergeable(pack, entity))) {
        const earlier = firstSeen.get(key);
        if (earlier === undefined) firstSeen.add(key, number);
        else if (earlier !== number && shared.get(key) === undefined) shared.add(key, 1);
      }
  }
  return shared;
}
