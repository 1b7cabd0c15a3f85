import type { OrdinaryWordFinder } from '../core/linking/analyzer.ts';
import type { PackHeader } from '../core/model/fact-pack.ts';
import { OVERLAY_PACK } from '../core/model/overlay.ts';
import { err, ok, type Result } from '../core/model/result.ts';
import type { PackOrigin } from '../core/packs/pack-origin.ts';
import { FROM_FILE } from '../core/packs/pack-origin.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { createPackReader } from '../core/packs/pack-reader.ts';
import type { Database, PackRow } from './database.ts';
import { activateVersion, holdVersion } from './pack-versions.ts';
import { isComplete, stageRecords, type Staging } from './stage-records.ts';
import { sweepGenerations } from './sweep-generations.ts';

export type ImportOptions = {
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly origin?: PackOrigin;
  /** The upload that is read, for an import of it that was cut off to go on. */
  readonly upload?: number | null;
  /** Whether the version is put in use at once; otherwise it waits for the user's consent. */
  readonly isApplied?: boolean;
  /** Says, once the header is known, what speaks against this version; null if nothing does. */
  readonly judge?: (header: PackHeader) => PackProblem | null;
  /** Told of the records read so far, every so often. */
  readonly onProgress?: (records: number) => void;
  /** Tells names that are ordinary words as well; without it, or if it fails, none is taken for one. */
  readonly findOrdinaryWords?: OrdinaryWordFinder;
  readonly signal?: AbortSignal;
};

/** Records between two reports of progress. */
const PROGRESS_STEP = 500;

/**
 * Imports a pack from its lines. The records are staged under a new generation while they are read; only if the whole file
 * is sound, and the store holds as many rows as were staged, one strict write makes them the pack in use. Otherwise the
 * dataset stays exactly as it was and every problem is returned.
 *
 * One import at a time: the clean-up afterwards removes every generation that no version points to.
 *
 * @throws whatever the store throws (a full disk, an abort); the dataset is unchanged then as well.
 */
export async function importPack(
  database: Database,
  lines: AsyncIterable<string>,
  options: ImportOptions,
): Promise<Result<PackRow, readonly PackProblem[]>> {
  const { now, origin = FROM_FILE, isApplied = true, judge = () => null, onProgress, signal } = options;
  const reader = createPackReader();
  const stage = (header: PackHeader): Promise<Staging> => stageRecords(database, { ...options, pack: header.id });
  let staged: Staging | null = null;
  let records = 0;
  try {
    for await (const line of lines) {
      signal?.throwIfAborted();
      const record = reader.push(line);
      const header = reader.header();
      if (header === null) continue;
      if (staged === null) {
        const objection = header.id === OVERLAY_PACK ? reservedId() : judge(header);
        if (objection !== null) return err([objection]);
        staged = await stage(header);
      }
      if (record === null) continue;
      await staged.add(record);
      if (++records % PROGRESS_STEP === 0) onProgress?.(records);
    }
    const finished = reader.finish();
    if (!finished.ok) return finished;
    staged ??= await stage(finished.value);
    const counts = await staged.finish();
    signal?.throwIfAborted();
    if (!(await isComplete(database, staged.generation, counts))) return err([storeLostRows()]);
    const version = { header: finished.value, layers: [staged.generation], counts, origin, now };
    const row = isApplied ? await activateVersion(database, version) : await holdVersion(database, version);
    return row === null ? err([packIsGone()]) : ok(row);
  } finally {
    await staged?.settled();
    await sweepGenerations(database).catch(() => {
      // What could not be swept now is swept at the next start; the result of the import does not depend on it.
    });
  }
}

export const reservedId = (): PackProblem => ({
  code: 'reserved-id',
  line: 1,
  field: 'id',
  message: `The id "${OVERLAY_PACK}" is kept for what you add yourself; give the pack another one.`,
});

export const storeLostRows = (): PackProblem => ({
  code: 'unreadable-file',
  line: 0,
  field: '',
  message: 'The browser did not store every record. Free some disk space and import the pack again.',
});

export const packIsGone = (): PackProblem => ({
  code: 'wrong-base',
  line: 0,
  field: '',
  message: 'The pack is not installed any more. Import it as a whole.',
});
