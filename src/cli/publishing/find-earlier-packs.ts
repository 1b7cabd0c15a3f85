import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { FactPack } from '../../core/model/fact-pack.ts';
import type { Manifest } from '../../core/updates/manifest.ts';
import { loadPack } from '../load-packs.ts';
import { UnreadableFileError, UnsoundFileError } from '../file-problem.ts';
import { WrongUseError } from '../run-command.ts';
import { packFileName } from './published-file.ts';

/**
 * The earlier versions that patches can be tried on: the files that are named, and those still beside the manifest.
 *
 * @throws UnsoundFileError, UnreadableFileError for a file that was named; WrongUseError for one of another pack.
 */
export function findEarlierPacks(
  manifestFile: string,
  { pack: id, patches }: Manifest,
  previous: readonly string[],
): ReadonlyMap<number, FactPack> {
  const found = new Map<number, FactPack>();
  for (const file of previous) {
    const pack = loadPack(file);
    if (pack.header.id !== id) throw new WrongUseError(`--previous: ${file} is the pack ${pack.header.id}, not ${id}.`);
    found.set(pack.header.version, pack);
  }
  for (const { from } of patches) {
    const file = join(dirname(manifestFile), packFileName(id, from));
    const pack = !found.has(from) && existsSync(file) ? loadIfSound(file) : null;
    if (pack?.header.id === id && pack.header.version === from) found.set(from, pack);
  }
  return found;
}

/** A file that nobody is sent to any more need not be sound. */
function loadIfSound(file: string): FactPack | null {
  try {
    return loadPack(file);
  } catch (error) {
    if (error instanceof UnsoundFileError || error instanceof UnreadableFileError) return null;
    throw error;
  }
}
