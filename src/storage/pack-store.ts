import type { Fingerprint } from '../core/matching/alias-key.ts';
import type { TrackedAlias } from '../core/model/mention.ts';
import { generationRange, type AliasRow, type Database, type PackRow } from './database.ts';
import { isReplaced, readReplaced } from './layers.ts';

/** Rows read at once while the whole watch list is walked. */
const PAGE_SIZE = 2000;

/** The installed packs in the user's order. */
export async function listPacks(database: Database): Promise<PackRow[]> {
  return (await database.getAll('packs')).toSorted((a, b) => a.order - b.order);
}

/** The aliases behind each fingerprint, of enabled packs, in pack order. Unknown fingerprints give an empty list. */
export async function resolveAliases(
  database: Database,
  fingerprints: readonly Fingerprint[],
): Promise<TrackedAlias[][]> {
  const packs = (await listPacks(database)).filter((pack) => pack.enabled);
  const transaction = database.transaction(['aliases', 'replaced']);
  const [store, replaced] = [transaction.objectStore('aliases'), transaction.objectStore('replaced')];
  const inPack = async ({ active: { layers } }: PackRow, fingerprint: Fingerprint): Promise<AliasRow[]> => {
    const found = await Promise.all(
      layers.map(async (layer, position) => {
        const rows = await store.getAll(IDBKeyRange.bound([layer, fingerprint], [layer, fingerprint, []]));
        const hidden = await Promise.all(
          rows.map(({ tracked }) => isReplaced(replaced, layers, position, 'entity', tracked.entity.id)),
        );
        return rows.filter((_row, index) => hidden[index] === false);
      }),
    );
    return found.flat();
  };
  return Promise.all(
    fingerprints.map(async (fingerprint) => {
      const found = await Promise.all(packs.map((pack) => inPack(pack, fingerprint)));
      return found.flat().map((row) => row.tracked);
    }),
  );
}

/** Walks every alias of the enabled packs. */
export async function* watchedAliases(database: Database): AsyncGenerator<readonly TrackedAlias[]> {
  for (const { enabled, active } of await listPacks(database)) {
    if (!enabled) continue;
    for (const [position, layer] of active.layers.entries()) {
      const hidden = await readReplaced(database, active.layers, position, 'entity');
      let range = generationRange(layer);
      for (;;) {
        const rows = await database.getAll('aliases', range, PAGE_SIZE);
        const visible = rows.filter(({ tracked }) => !hidden.has(tracked.entity.id));
        if (visible.length > 0) yield visible.map((row) => row.tracked);
        const last = rows.at(-1);
        if (last === undefined || rows.length < PAGE_SIZE) break;
        range = IDBKeyRange.bound([last.generation, last.fingerprint, last.serial], [last.generation, []], true);
      }
    }
  }
}
