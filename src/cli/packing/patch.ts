import { diffPacks } from '../../core/packs/diff-packs.ts';
import { formatPatch, makePatch } from '../../core/packs/pack-patch.ts';
import { loadPack } from '../load-packs.ts';
import { parseOptions, print, takeOperands, type PackCommand } from './pack-command.ts';

export const patch: PackCommand = {
  usage: ['patch OLD NEW'],
  purpose: 'what turns one into the other, for subscribers (prints it)',
  run(args) {
    const [old, latest] = takeOperands(parseOptions(args, {}).positionals, 'OLD', 'NEW');
    const [before, after] = [loadPack(old), loadPack(latest)];
    return print(formatPatch(makePatch(before, after, diffPacks(before, after))).trimEnd());
  },
};
