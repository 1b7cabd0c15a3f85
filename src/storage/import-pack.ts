import type { OrdinaryWordFinder } from '../core/linking/analyzer.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { createPackReader } from '../core/packs/pack-reader.ts';
import { err, ok, type Result } from '../core/model/result.ts';
import { GENERATION_STORES, type Database, type PackRow } from './database.ts';
import {
  activateGeneration,
  countGeneration,
  stageGeneration,
  sweepGenerations,
  type StagedGeneration,
} from './generations.ts';

export type ImportOptions = {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Tells names that are ordinary words as well; without it, or if it fails, none is taken for one. */
  readonly findOrdinaryWords?: OrdinaryWordFinder;
  readonly signal?: AbortSignal;
};

/**
 * Imports a pack from its lines. The records are staged under a new generation while they are read; only if the whole file
 * is sound, and the store holds as many rows as were staged, one strict write makes them the pack in use. Otherwise the
 * dataset stays exactly as it was and every problem is returned.
 *
 * One import at a time: the clean-up afterwards removes every generation that no pack points to.
 *
 * @throws whatever the store throws (a full disk, an abort); the dataset is unchanged then as well.
 */
export async function importPack(
  database: Database,
  lines: AsyncIterable<string>,
  { now, findOrdinaryWords, signal }: ImportOptions,
): Promise<Result<PackRow, readonly PackProblem[]>> {
  const reader = createPackReader();
  let staged: StagedGeneration | null = null;
  try {
    for await (const line of lines) {
      signal?.throwIfAborted();
      const record = reader.push(line);
      if (record === null) continue;
      const header = reader.header();
      if (header === null) continue;
      staged ??= await stageGeneration(database, header.id, now, findOrdinaryWords);
      await staged.add(record);
    }
    const finished = reader.finish();
    if (!finished.ok) return finished;
    staged ??= await stageGeneration(database, finished.value.id, now, findOrdinaryWords);
    const counts = await staged.finish();
    const stored = await countGeneration(database, staged.generation);
    if (GENERATION_STORES.some((name) => counts[name] !== stored[name])) return err([storeLostRows()]);
    return ok(await activateGeneration(database, finished.value, { generation: staged.generation, counts }, now));
  } finally {
    await sweepGenerations(database).catch(() => {
      // What could not be swept now is swept at the next start; the result of the import does not depend on it.
    });
  }
}

const storeLostRows = (): PackProblem => ({
  code: 'unreadable-file',
  line: 0,
  field: '',
  message: 'The browser did not store every record. Free some disk space and import the pack again.',
});
