import type { EntityRef } from '../core/model/entity.ts';
import { entityKey } from '../core/model/mention.ts';
import { extractPack, type ExtractProfile } from '../core/packs/extract-pack.ts';
import { readMembers } from './cluster-store.ts';
import type { Database } from './database.ts';
import { listPacks } from './pack-store.ts';
import { readCluster } from './read-cluster.ts';

/** The text of a pack with all that the packs in use know of some entities; null if none of them is there any more. */
export async function readExtract(
  database: Database,
  entities: readonly EntityRef[],
  profile: Omit<ExtractProfile, 'language'>,
): Promise<string | null> {
  const packs = await listPacks(database);
  const clusters = await Promise.all(entities.map((ref) => readCluster(database, ref)));
  const dossiers = clusters.flatMap((cluster) => cluster?.dossiers ?? []);
  const [first] = dossiers;
  if (first === undefined) return null;
  const { store } = database.transaction('clusters');
  const refs = new Map(
    dossiers
      .flatMap(({ pack, entity, others }) => [entity, ...others].map(({ id }) => ({ pack: pack.id, id })))
      .map((ref) => [entityKey(ref), ref]),
  );
  const standing = new Map(
    await Promise.all(
      [...refs].map(async ([key, ref]) => {
        const [stands = ref] = await readMembers(store, packs, ref);
        return [key, entityKey(stands)] as const;
      }),
    ),
  );
  const parts = dossiers.map((dossier) => ({ ...dossier, header: dossier.pack.active.header }));
  const { language } = first.pack.active.header;
  return extractPack(parts, (key) => standing.get(key) ?? key, { ...profile, language });
}
