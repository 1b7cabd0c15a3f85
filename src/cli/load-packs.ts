import { fileURLToPath } from 'node:url';
import type { FactPack } from '../core/model/fact-pack.ts';
import { convertJsonDocument } from '../core/converting/convert-json-document.ts';
import { createWatchList, type WatchList } from '../core/matching/watch-list.ts';
import type { Result } from '../core/model/result.ts';
import type { PackPatch } from '../core/packs/pack-patch.ts';
import { parseFactPack } from '../core/packs/parse-fact-pack.ts';
import { parsePatch } from '../core/packs/parse-patch.ts';
import { markOrdinary, trackedAliases, wordToLookUp } from '../core/packs/tracked-aliases.ts';
import type { OrdinaryWordFinder } from '../core/linking/analyzer.ts';
import { UnsoundFileError, type FileProblem } from './file-problem.ts';
import { readTextFile } from './read-text-file.ts';

/** The pack that ships with the extension. */
export const DEFAULT_PACK = fileURLToPath(new URL('../../data/packs/china-ai.factpack.jsonl', import.meta.url));

/** Reads a pack file or a JSON document, compressed or not. @throws UnsoundFileError, UnreadableFileError */
export const loadPack = (file: string): FactPack => readSound(file, (text) => parsePackText(file, text));

/** Reads pack files. @throws UnsoundFileError, UnreadableFileError */
export const loadPacks = (files: readonly string[]): FactPack[] => files.map(loadPack);

/** Reads a patch file. @throws UnsoundFileError, UnreadableFileError */
export const loadPatch = (file: string): PackPatch => readSound(file, parsePatch);

/** All names of the packs, earlier packs first; those that are ordinary words as well are marked. */
export async function watchListOf(
  packs: readonly FactPack[],
  findOrdinaryWords: OrdinaryWordFinder,
): Promise<WatchList> {
  const tracked = packs.flatMap((pack) => pack.entities.flatMap((entity) => trackedAliases(pack.header.id, entity)));
  const words = [...new Set(tracked.flatMap((alias) => wordToLookUp(alias) ?? []))];
  return createWatchList(markOrdinary(tracked, new Set(await findOrdinaryWords(words))));
}

type Problem = Omit<FileProblem, 'file'>;

/** A pack file, or a JSON document of the same records. */
function parsePackText(file: string, text: string): Result<FactPack, readonly Problem[]> {
  if (!/\.json(?:\.gz)?$/.test(file)) return parseFactPack(text);
  const converted = convertJsonDocument(file, text);
  return converted.ok ? parseFactPack(converted.value.lines.join('\n')) : converted;
}

function readSound<T>(file: string, parse: (text: string) => Result<T, readonly Problem[]>): T {
  const parsed = parse(readTextFile(file));
  if (parsed.ok) return parsed.value;
  throw new UnsoundFileError(parsed.error.map((problem) => ({ ...problem, file })));
}
