import { mergeFacts } from '../core/card/merge-facts.ts';
import { countCompanions, type FactCompanion, type RelatedEntity } from '../core/card/related-entities.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { entitiesOf } from '../core/model/fact-entities.ts';
import { entityKey } from '../core/model/mention.ts';
import { readMembers } from './cluster-store.ts';
import type { Database } from './database.ts';
import { listPacks } from './pack-store.ts';
import { readCluster } from './read-cluster.ts';

/**
 * The entities that share facts with one, in whichever packs, each under the record that stands for it; a fact that several packs
 * have counts once. Empty if the entity is gone.
 */
export async function readRelated(database: Database, entity: EntityRef): Promise<RelatedEntity[]> {
  const cluster = await readCluster(database, entity);
  if (cluster === null) return [];
  const packs = await listPacks(database);
  const { store } = database.transaction('clusters');
  const companions = new Map<string, FactCompanion>();
  await Promise.all(
    cluster.dossiers.flatMap(({ pack, others }) =>
      others.map(async ({ id, name, type }) => {
        const own = { pack: pack.id, id };
        const [ref = own] = await readMembers(store, packs, own);
        companions.set(entityKey(own), { ref, name, type });
      }),
    ),
  );
  const names = new Map([...companions.values()].map((companion) => [entityKey(companion.ref), companion]));
  for (const [key, companion] of companions) if (key === entityKey(companion.ref)) names.set(key, companion);
  const isItself = (ref: EntityRef): boolean => entityKey(ref) === entityKey(cluster.ref);
  const materials = cluster.dossiers.map((dossier) => ({
    ...dossier,
    pack: { id: dossier.pack.id, title: dossier.pack.active.header.title, version: dossier.pack.active.header.version },
  }));
  return countCompanions(
    mergeFacts(materials).map(({ origins }) =>
      origins
        .flatMap(({ material, fact }) =>
          entitiesOf(fact).flatMap((id) => companions.get(entityKey({ pack: material.pack.id, id })) ?? []),
        )
        .filter(({ ref }) => !isItself(ref))
        .map((companion) => names.get(entityKey(companion.ref)) ?? companion),
    ),
  );
}
