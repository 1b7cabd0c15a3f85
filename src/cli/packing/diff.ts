import { diffPacks } from '../../core/packs/diff-packs.ts';
import { loadPack } from '../load-packs.ts';
import { parseOptions, print, takeOperands, type PackCommand } from './pack-command.ts';
import { printDiff } from './print-diff.ts';

export const diff: PackCommand = {
  usage: ['diff [--json] OLD NEW'],
  purpose: 'what changed between two versions',
  run(args) {
    const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } });
    const [old, latest] = takeOperands(positionals, 'OLD', 'NEW');
    const [before, after] = [loadPack(old), loadPack(latest)];
    const change = diffPacks(before, after);
    return print(values.json === true ? JSON.stringify(change, null, 2) : printDiff(before, after, change));
  },
};
