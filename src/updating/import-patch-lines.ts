import type { PackHeader } from '../core/model/fact-pack.ts';
import { err, type Result } from '../core/model/result.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import { parsePatch } from '../core/packs/parse-patch.ts';
import type { Database, PackRow } from '../storage/database.ts';
import { importPatch, type PatchOptions } from '../storage/import-patch.ts';
import { unreadable } from '../storage/explain-store-error.ts';

/** A patch is read whole; one that is longer than this saves nothing against the pack itself. In UTF-16 code units. */
const MAX_PATCH_LENGTH = 32 * 1024 * 1024;

/** Imports a patch from its lines. `judge` says what speaks against the version it makes. */
export async function importPatchLines(
  database: Database,
  lines: AsyncIterable<string>,
  { judge = () => null, ...options }: PatchOptions & { readonly judge?: (header: PackHeader) => PackProblem | null },
): Promise<Result<PackRow, readonly PackProblem[]>> {
  const parts: string[] = [];
  let length = 0;
  for await (const line of lines) {
    length += line.length + 1;
    if (length > MAX_PATCH_LENGTH) return err([unreadable('The patch is too large. Import the whole pack instead.')]);
    parts.push(line);
  }
  const patch = parsePatch(parts.join('\n'));
  if (!patch.ok) return patch;
  const objection = patch.value.header === null ? null : judge(patch.value.header);
  return objection === null ? importPatch(database, patch.value, options) : err([objection]);
}
