import type { PackCounts, PackHeader } from '../core/model/fact-pack.ts';
import { OVERLAY_PACK } from '../core/model/overlay.ts';
import type { PackOrigin } from '../core/packs/pack-origin.ts';
import type { Database, Generation, PackRow, PackVersion } from './database.ts';

/** Earlier versions that are kept for going back. */
const KEPT_VERSIONS = 3;

/** What an import or an update has staged. */
export type StagedVersion = {
  readonly header: PackHeader;
  readonly layers: readonly Generation[];
  readonly counts: PackCounts & { readonly aliases: number };
  readonly origin: PackOrigin;
  /** Milliseconds since the epoch. */
  readonly now: number;
};

/**
 * Changes the row of one pack in one strict transaction: after a crash either the old or the new row is there, whole, and with
 * it the old or the new version of the pack. `change` gets null where the pack is not installed; giving null leaves it as it is.
 */
async function changeRow(
  database: Database,
  pack: string,
  change: (row: PackRow | null, installed: number) => PackRow | null,
): Promise<PackRow | null> {
  const transaction = database.transaction('packs', 'readwrite', { durability: 'strict' });
  const existing = (await transaction.store.get(pack)) ?? null;
  const changed = change(existing, await transaction.store.count());
  if (changed !== null) await transaction.store.put(changed);
  await transaction.done;
  return changed;
}

/** Puts a staged version in use. The one it replaces is kept. */
export async function activateVersion(database: Database, staged: StagedVersion): Promise<PackRow> {
  const active = versionOf(staged);
  const row = await changeRow(database, active.header.id, (existing, installed) => ({
    id: active.header.id,
    active,
    kept: existing === null ? [] : keepVersions([existing.active, ...existing.kept], active, existing.seen),
    pending: null,
    seen: existing?.seen ?? active.layers[0] ?? 0,
    declined: 0,
    order: existing?.order ?? installed,
    enabled: existing?.enabled ?? true,
  }));
  if (row === null) throw new Error('an activated version has a row');
  return row;
}

/** Puts a staged version of an installed pack aside until the user has seen what it changes. Null if the pack is gone. */
export const holdVersion = (database: Database, staged: StagedVersion): Promise<PackRow | null> =>
  changeRow(database, staged.header.id, (row) => row && { ...row, pending: versionOf(staged) });

/** Puts the version in use that waited for consent; null if none waits. */
export const applyPending = (database: Database, pack: string): Promise<PackRow | null> =>
  changeRow(database, pack, (row) =>
    row === null || row.pending === null
      ? null
      : {
          ...row,
          active: row.pending,
          kept: keepVersions([row.active, ...row.kept], row.pending, row.seen),
          pending: null,
          declined: 0,
        },
  );

/** Lets go of the version that waits; it is not offered again by itself. */
export const declinePending = (database: Database, pack: string): Promise<PackRow | null> =>
  changeRow(database, pack, (row) =>
    row === null || row.pending === null
      ? null
      : { ...row, pending: null, declined: Math.max(row.declined, row.pending.header.version) },
  );

/** Goes back (or forth) to a kept version, named by its newest layer; updates respect it. Null if it is not kept. */
export const rollBack = (database: Database, pack: string, layer: Generation): Promise<PackRow | null> =>
  changeRow(database, pack, (row) => {
    const target = row?.kept.find(({ layers }) => layers[0] === layer);
    if (row === null || target === undefined) return null;
    const isBack = target.header.version < row.active.header.version;
    return {
      ...row,
      active: target,
      kept: keepVersions([row.active, ...row.kept], target, row.seen),
      pending: null,
      declined: isBack ? Math.max(row.declined, row.active.header.version) : 0,
    };
  });

/** Notes that the user has looked at what the version in use changed. */
export const markSeen = (database: Database, pack: string): Promise<PackRow | null> =>
  changeRow(database, pack, (row) => row && { ...row, seen: row.active.layers[0] ?? row.seen });

export const setPackEnabled = (database: Database, pack: string, enabled: boolean): Promise<PackRow | null> =>
  changeRow(database, pack, (row) => row && { ...row, enabled });

/** Gives the packs the order of the list; those it does not name follow in the order they had. */
export async function setPackOrder(database: Database, ids: readonly string[]): Promise<void> {
  const transaction = database.transaction('packs', 'readwrite', { durability: 'strict' });
  // The overlay lies above all, whatever the order.
  const rows = (await transaction.store.getAll()).filter(({ id }) => id !== OVERLAY_PACK);
  const rank = ({ id, order }: PackRow): number => (ids.includes(id) ? ids.indexOf(id) : ids.length + order);
  const sorted = rows.toSorted((a, b) => rank(a) - rank(b));
  await Promise.all([...sorted.map((row, order) => transaction.store.put({ ...row, order })), transaction.done]);
}

/** Takes a pack out of use. Its rows go with the next clean-up. */
export async function removePack(database: Database, pack: string): Promise<void> {
  const transaction = database.transaction('packs', 'readwrite', { durability: 'strict' });
  await transaction.store.delete(pack);
  await transaction.done;
}

/** Every generation that a version of the pack points to. */
export const layersOf = ({ active, kept, pending }: PackRow): Generation[] =>
  [active, ...kept, ...(pending === null ? [] : [pending])].flatMap(({ layers }) => layers);

const versionOf = ({ header, layers, counts, origin, now }: StagedVersion): PackVersion => {
  const { entities, facts, sources, conflicts, aliases } = counts;
  return { header, layers, counts: { entities, facts, sources, conflicts, aliases }, importedAt: now, origin };
};

/**
 * The versions to keep beside the one in use, the latest used first: a few, and the one whose changes the user last looked at (named
 * by its newest layer), for without it nobody could say what is new since then.
 */
export function keepVersions(versions: readonly PackVersion[], active: PackVersion, seen: Generation): PackVersion[] {
  const others = versions.filter(({ layers }) => layers[0] !== active.layers[0]);
  return others.filter(({ layers }, position) => position < KEPT_VERSIONS || layers[0] === seen);
}
