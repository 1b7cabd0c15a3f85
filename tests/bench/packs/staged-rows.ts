import { createPackReader } from '../../../src/core/packs/pack-reader.ts';
import { trackedAliases } from '../../../src/core/packs/tracked-aliases.ts';
import { aliasRow, recordRow, type StagedRow } from '../../../src/storage/record-rows.ts';
import { readLines } from './pack-file.ts';

/** Records whose rows are made at once. */
const CHUNK_SIZE = 5000;
const GENERATION = 1;

/** The very rows that an import of the file writes, in its order, a chunk at a time. */
export async function* stagedRows(file: Blob): AsyncGenerator<readonly StagedRow[]> {
  const reader = createPackReader();
  let rows: StagedRow[] = [];
  let aliases: StagedRow[] = [];
  let records = 0;
  let serial = 0;
  for await (const line of readLines(file)) {
    const record = reader.push(line);
    if (record === null) continue;
    rows.push(recordRow(GENERATION, record));
    if (record.type === 'entity')
      for (const tracked of trackedAliases('bench', record.entity)) {
        const row = aliasRow(GENERATION, tracked, serial);
        if (row === null) continue;
        aliases.push(row);
        serial++;
      }
    if (++records % CHUNK_SIZE !== 0) continue;
    yield [...rows, ...aliases];
    rows = [];
    aliases = [];
  }
  yield [...rows, ...aliases];
}
