import type { FactPack } from '../../core/model/fact-pack.ts';
import { diffPacks } from '../../core/packs/diff-packs.ts';
import { formatPatch, makePatch } from '../../core/packs/pack-patch.ts';
import { loadPack } from '../load-packs.ts';
import { WrongUseError } from '../run-command.ts';
import { packFile, patchFileName, type PublishedFile } from './published-file.ts';

/** A patch that is larger than this share of the pack spares subscribers little, and is one file more to keep. */
const MAX_PATCH_SHARE = 0.8;

export type PublishedPatch = PublishedFile & { readonly from: number };

/**
 * The patches from earlier versions, without those that are hardly smaller than the pack.
 *
 * @throws WrongUseError for what is no earlier version of the pack, or twice the same.
 */
export function makePatches(pack: FactPack, packBytes: number, previous: readonly string[]): readonly PublishedPatch[] {
  const { id, version } = pack.header;
  const seen = new Set<number>();
  return previous.flatMap((file) => {
    const old = loadPack(file);
    const from = old.header.version;
    if (old.header.id !== id) throw new WrongUseError(`--previous: ${file} is the pack ${old.header.id}, not ${id}.`);
    if (from >= version) throw new WrongUseError(`--previous: ${file} is version ${from}, not one before ${version}.`);
    if (seen.has(from)) throw new WrongUseError(`--previous: version ${from} is named twice.`);
    seen.add(from);
    const patch = packFile(patchFileName(id, from, version), formatPatch(makePatch(old, pack, diffPacks(old, pack))));
    return patch.bytes <= packBytes * MAX_PATCH_SHARE ? [{ from, ...patch }] : [];
  });
}
