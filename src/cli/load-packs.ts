import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { FactPack } from '../core/model/fact-pack.ts';
import { createWatchList, type WatchList } from '../core/matching/watch-list.ts';
import type { PackPatch } from '../core/packs/pack-patch.ts';
import { parseFactPack } from '../core/packs/parse-fact-pack.ts';
import { parsePatch } from '../core/packs/parse-patch.ts';
import { markOrdinary, trackedAliases, wordToLookUp } from '../core/packs/tracked-aliases.ts';
import type { OrdinaryWordFinder } from '../core/linking/analyzer.ts';

/** The pack that ships with the extension. */
export const DEFAULT_PACK = fileURLToPath(new URL('../../data/packs/china-ai.factpack.jsonl', import.meta.url));

/** A pack that could not be used, with one line of text for each problem. */
export class PackFileError extends Error {
  override readonly name = 'PackFileError';
}

/** Reads pack files. @throws PackFileError naming file and line of every problem. */
export function loadPacks(files: readonly string[]): FactPack[] {
  return files.map((file) => {
    const parsed = parseFactPack(readPackFile(file));
    if (parsed.ok) return parsed.value;
    throw new PackFileError(parsed.error.map((problem) => `${file}:${problem.line}: ${problem.message}`).join('\n'));
  });
}

/** Reads a patch file. @throws PackFileError naming file and line of every problem. */
export function loadPatch(file: string): PackPatch {
  const parsed = parsePatch(readPackFile(file));
  if (parsed.ok) return parsed.value;
  throw new PackFileError(parsed.error.map((problem) => `${file}:${problem.line}: ${problem.message}`).join('\n'));
}

/** All names of the packs, earlier packs first; those that are ordinary words as well are marked. */
export async function watchListOf(
  packs: readonly FactPack[],
  findOrdinaryWords: OrdinaryWordFinder,
): Promise<WatchList> {
  const tracked = packs.flatMap((pack) => pack.entities.flatMap((entity) => trackedAliases(pack.header.id, entity)));
  const words = [...new Set(tracked.flatMap((alias) => wordToLookUp(alias) ?? []))];
  return createWatchList(markOrdinary(tracked, new Set(await findOrdinaryWords(words))));
}

function readPackFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new PackFileError(`${file}: ${error instanceof Error ? error.message : 'cannot be read'}`);
  }
}
