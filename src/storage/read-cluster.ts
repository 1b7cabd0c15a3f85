import type { EntityRef } from '../core/model/entity.ts';
import { readMembers } from './cluster-store.ts';
import type { Database } from './database.ts';
import { listPacks } from './pack-store.ts';
import { readDossier, type EntityDossier } from './read-dossier.ts';

/** Everything all packs know about one entity. */
export type ClusterDossier = {
  /** The record that stands for all. */
  readonly ref: EntityRef;
  /** In the user's order of packs; never empty. */
  readonly dossiers: readonly [EntityDossier, ...EntityDossier[]];
};

/** What the enabled packs know about the entity of a record, whichever of its records that is; null if all are gone. */
export async function readCluster(database: Database, ref: EntityRef): Promise<ClusterDossier | null> {
  const packs = await listPacks(database);
  const members = await readMembers(database.transaction('clusters').store, packs, ref);
  const read = await Promise.all(members.map((member) => readDossier(database, member)));
  const rank = new Map(packs.map(({ id }, position) => [id, position]));
  const [first, ...rest] = read
    .filter((dossier) => dossier !== null)
    .toSorted((a, b) => (rank.get(a.pack.id) ?? 0) - (rank.get(b.pack.id) ?? 0));
  const standing = members.find((_member, position) => read[position] !== null);
  return first === undefined || standing === undefined ? null : { ref: standing, dossiers: [first, ...rest] };
}

/**
 * For ids of entities of one pack, the id of the record of another one that is about the same. Where there is none, a text that is
 * no id.
 */
export async function readStandIns(
  database: Database,
  from: string,
  ids: readonly string[],
  to: string,
): Promise<ReadonlyMap<string, string>> {
  const packs = await listPacks(database);
  const { store } = database.transaction('clusters');
  return new Map(
    await Promise.all(
      ids.map(async (id) => {
        const members = await readMembers(store, packs, { pack: from, id });
        return [id, members.find(({ pack }) => pack === to)?.id ?? `${from}/${id}`] as const;
      }),
    ),
  );
}
