import { LIMITS } from '../model/limits.ts';
import { err, ok, type Result } from '../model/result.ts';
import { isTooDeep, MAX_JSON_DEPTH } from '../packs/json-depth.ts';
import type { ConversionProblem } from './conversion-problem.ts';

export type JsonObject = Readonly<Record<string, unknown>>;

/** Reads a whole JSON file within the caps on length and depth. Never throws. */
export function readJson(file: string, text: string): Result<unknown, readonly ConversionProblem[]> {
  const refuse = (code: ConversionProblem['code'], message: string) =>
    err([{ code, file, line: 0, field: '', message }]);
  if (text.length > LIMITS.sheetCharacters) {
    return refuse(
      'too-large',
      `The file is longer than ${LIMITS.sheetCharacters} characters; write it as JSON Lines, one record a line.`,
    );
  }
  if (text.includes('\0')) return refuse('wrong-encoding', 'The file seems to be UTF-16; save it as UTF-8.');
  if (isTooDeep(text)) return refuse('not-json', `The file nests brackets more than ${MAX_JSON_DEPTH} deep.`);
  try {
    return ok(JSON.parse(text.replace(/^\ufeff/, '')) as unknown);
  } catch (error) {
    return refuse('not-json', `The file is not JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`);
  }
}

export const isJsonObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
