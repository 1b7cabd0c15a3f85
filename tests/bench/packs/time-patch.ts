import type { PackRecord } from '../../../src/core/model/fact-pack.ts';
import { FROM_FILE } from '../../../src/core/packs/pack-origin.ts';
import { formatPatch, type PackPatch, type RecordRef } from '../../../src/core/packs/pack-patch.ts';
import { parsePatch } from '../../../src/core/packs/parse-patch.ts';
import type { Database } from '../../../src/storage/database.ts';
import { importPatch } from '../../../src/storage/import-patch.ts';
import type { PackCopies } from './make-pack.ts';

/** One record in a hundred changes. */
const STEP = 100;
/** Of the changed facts, one in ten is withdrawn and another takes its place. */
const WITHDRAWN = 10;

/** Reads and applies a patch that changes one record in a hundred; for the pack as installed. */
export async function timePatch(database: Database, copies: PackCopies): Promise<number> {
  const text = formatPatch(makePatchOf(copies));
  const began = performance.now();
  const patch = parsePatch(text);
  if (!patch.ok) throw new Error(patch.error[0]?.message);
  const result = await importPatch(database, patch.value, { now: 2, origin: FROM_FILE, isApplied: true });
  if (!result.ok) throw new Error(result.error[0]?.message);
  return performance.now() - began;
}

function makePatchOf(copies: PackCopies): PackPatch {
  const put: PackRecord[] = [];
  const remove: RecordRef[] = [];
  const inConflict = new Set<string>();
  for (const record of copies.records())
    if (record.type === 'conflict') for (const id of record.conflict.facts) inConflict.add(id);
  let number = 0;
  for (const record of copies.records()) {
    // From the middle of each hundred, so that every kind has its share.
    if (number++ % STEP !== STEP / 2) continue;
    const { type } = record;
    if (type === 'fact' && !inConflict.has(record.fact.id) && put.length % WITHDRAWN === 0) {
      remove.push({ kind: 'fact', id: record.fact.id });
      put.push({ type, fact: { ...record.fact, id: `${record.fact.id}-new` } });
    } else put.push(change(record));
  }
  const header = { ...copies.header, version: copies.header.version + 1 };
  return { pack: header.id, from: copies.header.version, header, put, remove, remarks: [] };
}

function change(record: PackRecord): PackRecord {
  switch (record.type) {
    case 'source':
      return { type: 'source', source: { ...record.source, title: 'Another title' } };
    case 'entity':
      return { type: 'entity', entity: { ...record.entity, description: 'Another description.' } };
    case 'fact':
      return { type: 'fact', fact: { ...record.fact, statement: 'Another statement.' } };
    case 'conflict':
      return { type: 'conflict', conflict: { ...record.conflict, title: 'Another title' } };
  }
}
