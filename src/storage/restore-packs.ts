import type { PackPlace } from '../core/backup/backup-format.ts';
import type { RestoreMode } from '../core/backup/restored-state.ts';
import type { Database, PackRow, PackVersion } from './database.ts';
import { keepVersions } from './pack-versions.ts';

/** A pack of a backup whose records are staged. */
export type RestoredPack = { readonly place: PackPlace; readonly version: PackVersion };

/**
 * Puts all packs of a backup in use in one strict transaction: after a crash either none or every one of them is there. With
 * `replace` the others go, and versions that were in use are kept for going back; with `add` only packs that were not there
 * come, behind the others.
 *
 * @returns the rows of the packs that came.
 */
export async function restorePacks(
  database: Database,
  packs: readonly RestoredPack[],
  mode: RestoreMode,
): Promise<readonly PackRow[]> {
  const transaction = database.transaction('packs', 'readwrite', { durability: 'strict' });
  const existing = new Map((await transaction.store.getAll()).map((row) => [row.id, row]));
  const behind = mode === 'add' ? Math.max(-1, ...[...existing.values()].map(({ order }) => order)) + 1 : 0;
  const coming = mode === 'add' ? packs.filter(({ place }) => !existing.has(place.id)) : packs;
  const rows = coming.map(({ place, version }): PackRow => {
    const before = existing.get(place.id);
    return {
      id: place.id,
      active: version,
      kept: before === undefined ? [] : keepVersions([before.active, ...before.kept], version, version.layers[0] ?? 0),
      pending: null,
      seen: version.layers[0] ?? 0,
      declined: place.declined,
      order: place.order < 0 ? place.order : place.order + behind,
      enabled: place.enabled,
    };
  });
  const staying = new Set(packs.map(({ place }) => place.id));
  const leaving = mode === 'replace' ? [...existing.keys()].filter((id) => !staying.has(id)) : [];
  await Promise.all([
    ...leaving.map((id) => transaction.store.delete(id)),
    ...rows.map((row) => transaction.store.put(row)),
    transaction.done,
  ]);
  return rows;
}
