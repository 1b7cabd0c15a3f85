import { createRecordsBuilder, type LibraryRecords } from '../core/library/library-records.ts';
import { searchableText } from '../core/library/searchable-text.ts';
import type { Database, PackRow } from '../storage/database.ts';
import { keepPack, type LibraryCache } from '../storage/library-cache.ts';
import { readSourceTexts, walkMaterial } from '../storage/library-material.ts';
import { createTextIndex, packIndex, type TextIndex } from './text-index.ts';
import { createSlices } from './yield-turn.ts';

/** Records of one part of the full text: small enough that loading or asking one is a short piece of work. */
const PART_SIZE = 4000;
/** Changes when cached packs can no longer be read. */
const FORMAT = 1;

/** Says of which version of a pack something was worked out: its generations never change. */
export const keyOf = ({ active }: PackRow): string => `${FORMAT}:${active.layers.join()}`;

/** What has been worked out of a pack so far. */
export type BuiltPack = { readonly records: LibraryRecords; readonly texts: readonly TextIndex[] };

/**
 * Works out the records and the full text of the version of a pack that is in use, and keeps them.
 *
 * @param onPart is told what there is whenever another part is done.
 */
export async function buildPack(
  database: Database,
  cache: LibraryCache,
  row: PackRow,
  onPart: (soFar: () => BuiltPack, done: number) => void,
): Promise<BuiltPack> {
  const [pack, key, slice] = [row.id, keyOf(row), createSlices()];
  const sources = await readSourceTexts(database, row.active.layers);
  const builder = createRecordsBuilder();
  const texts: TextIndex[] = [];
  let part = createTextIndex();
  const soFar = (): BuiltPack => ({ records: builder.snapshot(), texts: [...texts] });
  const finishPart = async (): Promise<void> => {
    await cache.put('texts', await packIndex(part), [pack, key, texts.length]);
    texts.push(part);
    part = createTextIndex();
    onPart(soFar, builder.count);
  };
  for await (const page of walkMaterial(database, row.active.layers)) {
    for (const material of page) {
      part.add({ id: builder.count, ...searchableText(material, (id) => sources.get(id)) });
      builder.add(material);
      if (part.documentCount === PART_SIZE) await finishPart();
      await slice();
    }
  }
  if (part.documentCount > 0) await finishPart();
  const built = soFar();
  await keepPack(cache, { pack, key, records: built.records, parts: texts.length });
  return built;
}
