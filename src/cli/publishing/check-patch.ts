import type { FactPack } from '../../core/model/fact-pack.ts';
import { applyPatch, recordsOf } from '../../core/packs/apply-patch.ts';
import { canonicalJson, diffPacks, RECORD_KINDS } from '../../core/packs/diff-packs.ts';
import { bodyOf, type PackPatch } from '../../core/packs/pack-patch.ts';
import { parsePatch } from '../../core/packs/parse-patch.ts';
import { UnsoundFileError } from '../file-problem.ts';

/**
 * Checks that a patch gives the pack.
 *
 * @param base the version that it is for; without it, only what the patch itself says can be compared.
 * @throws UnsoundFileError
 */
export function checkPatch(
  { file, text }: { readonly file: string; readonly text: string },
  from: number,
  base: FactPack | null,
  pack: FactPack,
): void {
  const parsed = parsePatch(text);
  if (!parsed.ok) throw new UnsoundFileError(parsed.error.map((problem) => ({ ...problem, file })));
  const patch = parsed.value;
  const refuse = (code: string, message: string) => new UnsoundFileError([{ code, file, line: 0, field: '', message }]);
  if (patch.pack !== pack.header.id || patch.from !== from)
    throw refuse(
      'wrong-base',
      `The patch is for ${patch.pack} version ${patch.from}, not for ${pack.header.id} version ${from}.`,
    );
  const differs = refuse(
    'wrong-patch',
    `The patch from version ${from} does not give the pack that the manifest names.`,
  );
  if (patch.header === null || canonicalJson(patch.header) !== canonicalJson(pack.header)) throw differs;
  if (!agrees(patch, pack)) throw differs;
  if (base === null) return;
  const applied = applyPatch(base, patch);
  if (!applied.ok) throw new UnsoundFileError(applied.error.map((problem) => ({ ...problem, file })));
  const change = diffPacks(applied.value, pack);
  if (RECORD_KINDS.some((kind) => Object.values(change[kind]).some((records) => records.length > 0))) throw differs;
}

/** Whether all that a patch puts is in the pack, and nothing that it removes. */
function agrees(patch: PackPatch, pack: FactPack): boolean {
  const records = new Map(recordsOf(pack).map((record) => [`${record.type} ${bodyOf(record).id}`, record]));
  return (
    patch.put.every(
      (record) => canonicalJson(records.get(`${record.type} ${bodyOf(record).id}`)) === canonicalJson(record),
    ) && !patch.remove.some(({ kind, id }) => records.has(`${kind} ${id}`))
  );
}
