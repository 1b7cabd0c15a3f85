import type { IDBPObjectStore } from 'idb';
import type { RecordKind } from '../core/packs/diff-packs.ts';
import { generationRange, type Database, type Generation, type SidelightSchema } from './database.ts';

type ReplacedStore = Pick<IDBPObjectStore<SidelightSchema, ArrayLike<never>, 'replaced'>, 'getKey'>;

/** Whether a later layer replaced or removed a record of the layer at `position`. Most packs have one layer: no read at all. */
export async function isReplaced(
  store: ReplacedStore,
  layers: readonly Generation[],
  position: number,
  kind: RecordKind,
  id: string,
): Promise<boolean> {
  for (const later of layers.slice(0, position)) {
    if ((await store.getKey([later, kind, id])) !== undefined) return true;
  }
  return false;
}

/** Reads a record from the newest layer that has it; undefined where there is none, or a later layer removed it. */
export async function readLayered<T>(
  store: ReplacedStore,
  layers: readonly Generation[],
  kind: RecordKind,
  id: string,
  read: (generation: Generation) => Promise<T | undefined>,
): Promise<T | undefined> {
  for (const generation of layers) {
    const found = await read(generation);
    if (found !== undefined) return found;
    if (generation !== layers.at(-1) && (await store.getKey([generation, kind, id])) !== undefined) return undefined;
  }
  return undefined;
}

/** The ids of one kind that the later layers hide from the one at `position`. A patch is small, so they fit in memory. */
export async function readReplaced(
  database: Database,
  layers: readonly Generation[],
  position: number,
  kind: RecordKind,
): Promise<ReadonlySet<string>> {
  const hidden = await Promise.all(
    layers.slice(0, position).map((later) => database.getAll('replaced', generationRange(later))),
  );
  return new Set(hidden.flat().flatMap((row) => (row.kind === kind ? [row.id] : [])));
}
