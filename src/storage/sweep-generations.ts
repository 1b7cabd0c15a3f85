import { GENERATION_STORES, generationRange, type Database, type Generation } from './database.ts';
import { layersOf } from './pack-versions.ts';

/** Rows that one slice of clean-up removes, so that reads get in between. */
const SWEEP_SIZE = 5000;

/** Removes the rows of generations that no version of a pack points to, in slices. Not to be run during an import. */
export async function sweepGenerations(database: Database): Promise<void> {
  const packs = await database.getAll('packs');
  const inUse = new Set(packs.flatMap(layersOf));
  for (const generation of await database.getAllKeys('generations')) {
    if (inUse.has(generation)) continue;
    for (const name of GENERATION_STORES) await sweepStore(database, name, generation);
    await database.delete('generations', generation);
  }
}

async function sweepStore(
  database: Database,
  name: (typeof GENERATION_STORES)[number],
  generation: Generation,
): Promise<void> {
  const range = generationRange(generation);
  for (;;) {
    const transaction = database.transaction(name, 'readwrite', { durability: 'relaxed' });
    const keys = await transaction.store.getAllKeys(range, SWEEP_SIZE);
    const last = keys.at(-1);
    if (last !== undefined) await transaction.store.delete(IDBKeyRange.bound([generation], last));
    await transaction.done;
    if (keys.length < SWEEP_SIZE) return;
  }
}
