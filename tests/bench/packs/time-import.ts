import type { OrdinaryWordFinder } from '../../../src/core/linking/analyzer.ts';
import { createPackReader } from '../../../src/core/packs/pack-reader.ts';
import type { Database } from '../../../src/storage/database.ts';
import { importPack } from '../../../src/storage/import-pack.ts';
import { readLines } from './pack-file.ts';

export type ImportFigures = {
  readonly ms: number;
  /** The most the page's heap held, garbage included; null where the browser does not tell. */
  readonly peakHeapBytes: number | null;
};

/** Imports a file as the extension does. */
export async function timeImport(
  database: Database,
  file: Blob,
  findOrdinaryWords?: OrdinaryWordFinder,
): Promise<ImportFigures> {
  let peakHeapBytes = usedHeapBytes();
  const began = performance.now();
  const result = await importPack(database, readLines(file), {
    now: 1,
    ...(findOrdinaryWords === undefined ? {} : { findOrdinaryWords }),
    onProgress: () => {
      const used = usedHeapBytes();
      if (used !== null && used > (peakHeapBytes ?? 0)) peakHeapBytes = used;
    },
  });
  const ms = performance.now() - began;
  if (!result.ok) throw new Error(result.error[0]?.message);
  return { ms, peakHeapBytes };
}

/** Reads and checks every record without storing any. */
export async function timeReading(file: Blob): Promise<number> {
  const reader = createPackReader();
  const began = performance.now();
  for await (const line of readLines(file)) reader.push(line);
  const finished = reader.finish();
  if (!finished.ok) throw new Error(finished.error[0]?.message);
  return performance.now() - began;
}

const usedHeapBytes = (): number | null =>
  (performance as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? null;
