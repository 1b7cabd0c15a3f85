import { createAliasIndexBuilder } from '../core/matching/alias-index-builder.ts';
import { requiredCapitals } from '../core/packs/tracked-aliases.ts';
import type { Database } from '../storage/database.ts';
import { readIndexedPacks, writeAliasIndex } from '../storage/index-store.ts';
import { readMergeChoices } from '../storage/merge-store.ts';
import { listPacks, watchedAliases } from '../storage/pack-store.ts';
import { rebuildClusters } from '../storage/rebuild-clusters.ts';
import type { StorageArea } from '../storage/settings-store.ts';

/** Grows when the same packs give another index: other derived spellings, another folding, another layout, other clusters. */
const INDEX_REVISION = 4;

/** Builds the alias index of all enabled packs and puts it where the scouts read it, and finds what several packs know. */
export async function rebuildAliasIndex(database: Database, area: StorageArea): Promise<void> {
  await rebuildClusters(database, await readMergeChoices(area));
  const builder = createAliasIndexBuilder();
  for await (const page of watchedAliases(database))
    for (const tracked of page) builder.add(tracked.alias.text, requiredCapitals(tracked));
  const index = await builder.finishInSlices(pause);
  await writeAliasIndex(database, area, index, await indexedPacks(database, area));
}

const pause = (): Promise<void> => new Promise((resolve) => void setTimeout(resolve, 0));

/** Builds the index if there is none, or it is that of other packs: an import was cut off between the two. */
export async function ensureAliasIndex(database: Database, area: StorageArea): Promise<void> {
  if ((await readIndexedPacks(area)) !== (await indexedPacks(database, area))) await rebuildAliasIndex(database, area);
}

/** Names the versions in use, what the user says of their names, and the code that turned all that into an index. */
async function indexedPacks(database: Database, area: StorageArea): Promise<string> {
  const packs = (await listPacks(database)).filter((pack) => pack.enabled);
  const { same, different } = await readMergeChoices(area);
  return [
    `v${INDEX_REVISION}`,
    ...(same.length + different.length === 0 ? [] : [`merges:${same.length}-${different.length}`]),
    ...packs.map(({ id, active }) => `${id}:${active.header.version}:${active.layers.join('+')}`),
  ].join(' ');
}

/** Whether there has ever been an index, which is the last thing the first start makes. */
export const isPrepared = async (area: StorageArea): Promise<boolean> => (await readIndexedPacks(area)) !== null;
