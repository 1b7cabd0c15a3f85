import { createAliasIndexBuilder } from '../core/matching/alias-index-builder.ts';
import { requiredCapitals } from '../core/packs/tracked-aliases.ts';
import type { Database } from '../storage/database.ts';
import { readIndexedPacks, writeAliasIndex } from '../storage/index-store.ts';
import { listPacks, watchedAliases } from '../storage/pack-store.ts';
import type { StorageArea } from '../storage/settings-store.ts';

/** Grows when the same packs give another index: other derived spellings, another folding, another layout. */
const INDEX_REVISION = 3;

/** Builds the alias index of all enabled packs and puts it where the scouts read it. */
export async function rebuildAliasIndex(database: Database, area: StorageArea): Promise<void> {
  const builder = createAliasIndexBuilder();
  for await (const page of watchedAliases(database))
    for (const tracked of page) builder.add(tracked.alias.text, requiredCapitals(tracked));
  const index = await builder.finishInSlices(pause);
  await writeAliasIndex(database, area, index, await indexedPacks(database));
}

const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

/** Builds the index if there is none, or it is that of other packs: an import was cut off between the two. */
export async function ensureAliasIndex(database: Database, area: StorageArea): Promise<void> {
  if ((await readIndexedPacks(area)) !== (await indexedPacks(database))) await rebuildAliasIndex(database, area);
}

/** Names the generations in use, and the code that turned them into an index. */
async function indexedPacks(database: Database): Promise<string> {
  const packs = (await listPacks(database)).filter((pack) => pack.enabled);
  return [`v${INDEX_REVISION}`, ...packs.map((pack) => `${pack.id}:${pack.active.layers.join('+')}`)].join(' ');
}

/** Whether there has ever been an index, which is the last thing the first start makes. */
export const isPrepared = async (area: StorageArea): Promise<boolean> => (await readIndexedPacks(area)) !== null;
