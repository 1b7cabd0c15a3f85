import { createPackReader } from '../../../src/core/packs/pack-reader.ts';
import { trackedAliases } from '../../../src/core/packs/tracked-aliases.ts';
import { collectAliasPages } from '../../../src/storage/alias-pages.ts';
import type { AliasPageRow } from '../../../src/storage/database.ts';
import { fingerprintsOf, recordRow, type StagedRow } from '../../../src/storage/record-rows.ts';
import { readLines } from './pack-file.ts';

/** Records whose rows are made at once. */
const CHUNK_SIZE = 5000;
const PAGES_SIZE = 250;
const GENERATION = 1;

export type BenchRow = StagedRow | { readonly store: 'aliasPages'; readonly row: AliasPageRow };

/** The very rows that an import of the file writes, in its order, a chunk at a time. */
export async function* stagedRows(file: Blob): AsyncGenerator<readonly BenchRow[]> {
  const reader = createPackReader();
  const aliasPages = collectAliasPages();
  let rows: BenchRow[] = [];
  let size = CHUNK_SIZE;
  for await (const line of readLines(file)) {
    const record = reader.push(line);
    if (record === null) continue;
    rows.push(recordRow(GENERATION, record));
    if (record.type === 'entity')
      aliasPages.add(record.entity.id, fingerprintsOf(trackedAliases('bench', record.entity)));
    if (rows.length < size) continue;
    yield rows;
    rows = [];
  }
  size = PAGES_SIZE;
  for (const page of aliasPages.finish(GENERATION)) {
    if (page !== undefined) rows.push({ store: 'aliasPages', row: page });
    if (rows.length < size) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}
