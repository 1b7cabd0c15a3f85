import { createAliasIndexBuilder } from '../core/matching/alias-index.ts';
import type { Database } from '../storage/database.ts';
import { writeAliasIndex } from '../storage/index-store.ts';
import { watchedAliases } from '../storage/pack-store.ts';
import type { StorageArea } from '../storage/settings-store.ts';

/** Builds the alias index of all enabled packs and puts it where the scouts read it. */
export async function rebuildAliasIndex(database: Database, area: StorageArea): Promise<void> {
  const builder = createAliasIndexBuilder();
  for await (const page of watchedAliases(database)) for (const { alias } of page) builder.add(alias.text);
  await writeAliasIndex(area, builder.finish());
}
