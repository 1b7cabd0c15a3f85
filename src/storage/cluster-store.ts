import type { EntityCluster } from '../core/merging/cluster-entities.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { entityKey } from '../core/model/mention.ts';
import { isOwn } from '../core/model/overlay.ts';
import type { ClusterRow, Database, PackRow } from './database.ts';

/** The store of clusters in a transaction over whichever stores. */
type ClusterStore = {
  index(name: 'byMember'): { get(member: string): Promise<ClusterRow | undefined> };
};

/** Rows read or written in one transaction. */
const BATCH_SIZE = 1000;

/** Puts clusters in the place of those that are stored. What stays as it is, as nearly all does, is not written. */
export async function writeClusters(database: Database, clusters: readonly EntityCluster[]): Promise<void> {
  const wanted = new Map(clusters.map(toRow).map((row) => [row.id, row]));
  const gone: string[] = [];
  for await (const row of walkClusters(database)) {
    const next = wanted.get(row.id);
    if (next?.keys.join() === row.keys.join()) wanted.delete(row.id);
    else gone.push(row.id);
  }
  // First what goes: for a moment a record may be alone, never in two clusters.
  await inBatches(gone, async (batch) => {
    const transaction = database.transaction('clusters', 'readwrite', { durability: 'relaxed' });
    await Promise.all([...batch.map((id) => transaction.store.delete(id)), transaction.done]);
  });
  await inBatches([...wanted.values()], async (batch) => {
    const transaction = database.transaction('clusters', 'readwrite', { durability: 'relaxed' });
    await Promise.all([...batch.map((row) => transaction.store.put(row)), transaction.done]);
  });
}

/**
 * The records of enabled packs that are about the same as one, itself among them. The first stands for all: it is that of the
 * first pack in order, the overlay's last, so that a note of the user does not make a name another one.
 */
export async function readMembers(
  store: ClusterStore,
  packs: readonly PackRow[],
  ref: EntityRef,
): Promise<readonly EntityRef[]> {
  const row = await store.index('byMember').get(entityKey(ref));
  if (row === undefined) return [ref];
  const orders = new Map(packs.filter(({ enabled }) => enabled).map(({ id, order }) => [id, order]));
  const rank = (member: EntityRef): number =>
    isOwn(member) ? Number.POSITIVE_INFINITY : (orders.get(member.pack) ?? 0);
  const members = row.members.filter(({ pack }) => orders.has(pack)).toSorted((a, b) => rank(a) - rank(b));
  return members.some((member) => entityKey(member) === entityKey(ref)) ? members : [ref];
}

/** Every stored cluster, in the order of their ids. */
export async function* walkClusters(database: Database): AsyncGenerator<ClusterRow> {
  let range: IDBKeyRange | null = null;
  for (;;) {
    const rows = await database.getAll('clusters', range, BATCH_SIZE);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH_SIZE) return;
    range = IDBKeyRange.lowerBound(last.id, true);
  }
}

async function inBatches<T>(items: readonly T[], write: (batch: readonly T[]) => Promise<unknown>): Promise<void> {
  for (let from = 0; from < items.length; from += BATCH_SIZE) await write(items.slice(from, from + BATCH_SIZE));
}

function toRow(cluster: EntityCluster): ClusterRow {
  const members = cluster.toSorted((a, b) => (entityKey(a) < entityKey(b) ? -1 : 1));
  const keys = members.map(entityKey);
  return { id: keys[0] ?? '', members, keys };
}
