import { aliasKeys, type Fingerprint } from '../core/matching/alias-key.ts';
import type { TrackedAlias } from '../core/model/mention.ts';
import { generationRange, type Database, type PackRow } from './database.ts';
import { findBearers } from './alias-pages.ts';
import { isReplaced, readReplaced } from './layers.ts';
import { aliasesOf } from './record-rows.ts';

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
  const transaction = database.transaction(['aliasPages', 'entities', 'replaced']);
  const [pages, replaced] = [transaction.objectStore('aliasPages'), transaction.objectStore('replaced')];
  const entities = transaction.objectStore('entities');
  const inPack = async ({ id: pack, active: { layers } }: PackRow, wanted: Fingerprint): Promise<TrackedAlias[]> => {
    const found = await Promise.all(
      layers.map(async (layer, position) => {
        const bearers = await findBearers(pages, layer, wanted);
        return Promise.all(
          bearers.map(async (id) =>
            (await isReplaced(replaced, layers, position, 'entity', id)) ? undefined : entities.get([layer, id]),
          ),
        );
      }),
    );
    const rows = found.flat().filter((row) => row !== undefined);
    return rows.flatMap((row) =>
      aliasesOf(pack, row).filter(({ alias }) => aliasKeys(alias.text)?.fingerprint === wanted),
    );
  };
  return Promise.all(
    fingerprints.map(async (fingerprint) => {
      const found = await Promise.all(packs.map((pack) => inPack(pack, fingerprint)));
      return found.flat();
    }),
  );
}

/** Walks every alias of the enabled packs. */
export async function* watchedAliases(database: Database): AsyncGenerator<readonly TrackedAlias[]> {
  for (const { id: pack, enabled, active } of await listPacks(database)) {
    if (!enabled) continue;
    for (const [position, layer] of active.layers.entries()) {
      const hidden = await readReplaced(database, active.layers, position, 'entity');
      let range = generationRange(layer);
      for (;;) {
        const rows = await database.getAll('entities', range, PAGE_SIZE);
        const visible = rows.filter(({ id }) => !hidden.has(id));
        if (visible.length > 0) yield visible.flatMap((row) => aliasesOf(pack, row));
        const last = rows.at(-1);
        if (last === undefined || rows.length < PAGE_SIZE) break;
        range = IDBKeyRange.bound([layer, last.id], [layer, []], true);
      }
    }
  }
}
