import type { IDBPTransaction } from 'idb';
import { mergeAliases, type ClusteredAliases } from '../core/merging/merge-aliases.ts';
import { aliasKeys, type Fingerprint } from '../core/matching/alias-key.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { entityKey, type TrackedAlias } from '../core/model/mention.ts';
import { findBearers } from './alias-pages.ts';
import { readMembers } from './cluster-store.ts';
import type { Database, EntityRow, PackRow, SidelightSchema } from './database.ts';
import { isReplaced, readLayered } from './layers.ts';
import { listPacks } from './pack-store.ts';
import { aliasesOf } from './record-rows.ts';

const STORES = ['aliasPages', 'entities', 'replaced', 'clusters'] as const;
type Reading = IDBPTransaction<SidelightSchema, typeof STORES>;
type Bearer = { readonly pack: PackRow; readonly row: EntityRow };

/**
 * The aliases behind each fingerprint, of enabled packs, in pack order. Unknown fingerprints give an empty list. Records that are
 * about one entity give one candidate, under the record that stands for all.
 */
export async function resolveAliases(
  database: Database,
  fingerprints: readonly Fingerprint[],
): Promise<TrackedAlias[][]> {
  const packs = (await listPacks(database)).filter((pack) => pack.enabled);
  const transaction = database.transaction(STORES);
  const isMerged = (await transaction.objectStore('clusters').count()) > 0;
  return Promise.all(
    fingerprints.map(async (fingerprint) => {
      const found = await Promise.all(packs.map((pack) => findInPack(transaction, pack, fingerprint)));
      const bearers = found.flat();
      return isMerged ? mergeBearers(transaction, packs, bearers, fingerprint) : aliasesIn(bearers, fingerprint);
    }),
  );
}

async function findInPack(transaction: Reading, pack: PackRow, fingerprint: Fingerprint): Promise<Bearer[]> {
  const { layers } = pack.active;
  const entities = transaction.objectStore('entities');
  const found = await Promise.all(
    layers.map(async (layer, position) => {
      const bearers = await findBearers(transaction.objectStore('aliasPages'), layer, fingerprint);
      return Promise.all(
        bearers.map(async (id) =>
          (await isReplaced(transaction.objectStore('replaced'), layers, position, 'entity', id))
            ? undefined
            : entities.get([layer, id]),
        ),
      );
    }),
  );
  return found.flat().flatMap((row) => (row === undefined ? [] : [{ pack, row }]));
}

const aliasesIn = (bearers: readonly Bearer[], fingerprint: Fingerprint): TrackedAlias[] =>
  bearers.flatMap(({ pack, row }) =>
    aliasesOf(pack.id, row).filter(({ alias }) => aliasKeys(alias.text)?.fingerprint === fingerprint),
  );

async function mergeBearers(
  transaction: Reading,
  packs: readonly PackRow[],
  bearers: readonly Bearer[],
  fingerprint: Fingerprint,
): Promise<TrackedAlias[]> {
  const membersOf = (ref: EntityRef): Promise<readonly EntityRef[]> =>
    readMembers(transaction.objectStore('clusters'), packs, ref);
  const standFor = async (pack: string, id: string): Promise<string> => {
    const [first] = await membersOf({ pack, id });
    return first === undefined ? id : entityKey(first);
  };
  const clustered = await Promise.all(
    bearers.map(async ({ pack, row }): Promise<ClusteredAliases> => {
      const members = await membersOf({ pack: pack.id, id: row.id });
      const heads = members.length > 1 ? await readHeads(transaction, packs, members) : [];
      const aliases = await Promise.all(
        aliasesIn([{ pack, row }], fingerprint).map((tracked) => relocateNeeds(tracked, standFor)),
      );
      return { entity: row.entity, pack: pack.id, members, heads, aliases };
    }),
  );
  return mergeAliases(clustered);
}

/** The records that say how the entity is called and whether it is marked, in the user's order of packs. */
async function readHeads(
  transaction: Reading,
  packs: readonly PackRow[],
  members: readonly EntityRef[],
): Promise<ClusteredAliases['heads']> {
  const rows = await Promise.all(
    packs.flatMap((pack) =>
      members
        .filter((member) => member.pack === pack.id)
        .map(async ({ id }) => ({
          pack: pack.id,
          entity: (
            await readLayered(transaction.objectStore('replaced'), pack.active.layers, 'entity', id, (layer) =>
              transaction.objectStore('entities').get([layer, id]),
            )
          )?.entity,
        })),
    ),
  );
  return rows.flatMap(({ pack, entity }) => (entity === undefined ? [] : [{ pack, entity }]));
}

/** Names the entities an alias needs by the records that stand for them: their pack may be another one. */
async function relocateNeeds(
  tracked: TrackedAlias,
  standFor: (pack: string, id: string) => Promise<string>,
): Promise<TrackedAlias> {
  const { alias, entity } = tracked;
  if (alias.needs?.entities === undefined) return tracked;
  const entities = await Promise.all(alias.needs.entities.map((id) => standFor(entity.pack, id)));
  return { ...tracked, alias: { ...alias, needs: { ...alias.needs, entities } } };
}
