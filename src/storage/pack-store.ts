import type { TrackedAlias } from '../core/model/mention.ts';
import { generationRange, type Database, type EntityRow, type PackRow } from './database.ts';
import { readReplaced } from './layers.ts';
import { aliasesOf } from './record-rows.ts';

/** Rows read at once while the whole watch list is walked. */
const PAGE_SIZE = 2000;

/** The installed packs in the user's order. */
export async function listPacks(database: Database): Promise<PackRow[]> {
  return (await database.getAll('packs')).toSorted((a, b) => a.order - b.order);
}

/** The entities that one layer of an enabled pack shows. */
export type EntityPage = { readonly pack: string; readonly rows: readonly EntityRow[] };

/** Walks every entity of the enabled packs, in pages. */
export async function* walkEntities(database: Database): AsyncGenerator<EntityPage> {
  for (const { id: pack, enabled, active } of await listPacks(database)) {
    if (!enabled) continue;
    for (const [position, layer] of active.layers.entries()) {
      const hidden = await readReplaced(database, active.layers, position, 'entity');
      let range = generationRange(layer);
      for (;;) {
        const rows = await database.getAll('entities', range, PAGE_SIZE);
        const visible = rows.filter(({ id }) => !hidden.has(id));
        if (visible.length > 0) yield { pack, rows: visible };
        const last = rows.at(-1);
        if (last === undefined || rows.length < PAGE_SIZE) break;
        range = IDBKeyRange.bound([layer, last.id], [layer, []], true);
      }
    }
  }
}

/** Walks every alias of the enabled packs. */
export async function* watchedAliases(database: Database): AsyncGenerator<readonly TrackedAlias[]> {
  for await (const { pack, rows } of walkEntities(database)) yield rows.flatMap((row) => aliasesOf(pack, row));
}
