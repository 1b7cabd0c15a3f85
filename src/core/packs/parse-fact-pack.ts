import type { FactPack, PackRecord } from '../model/fact-pack.ts';
import { ok, type Result } from '../model/result.ts';
import { createPackReader } from './pack-reader.ts';
import type { PackProblem } from './pack-problem.ts';

/** Parses a whole pack from its text. Refused as a whole, with all problems, if any record is unsound. Never throws. */
export function parseFactPack(text: string): Result<FactPack, readonly PackProblem[]> {
  const reader = createPackReader();
  const records: PackRecord[] = [];
  for (const line of text.split(/\r?\n/)) {
    const record = reader.push(line);
    if (record !== null) records.push(record);
  }
  const finished = reader.finish();
  if (!finished.ok) return finished;
  return ok({
    header: finished.value,
    sources: records.flatMap((record) => (record.type === 'source' ? [record.source] : [])),
    entities: records.flatMap((record) => (record.type === 'entity' ? [record.entity] : [])),
    facts: records.flatMap((record) => (record.type === 'fact' ? [record.fact] : [])),
    conflicts: records.flatMap((record) => (record.type === 'conflict' ? [record.conflict] : [])),
  });
}
