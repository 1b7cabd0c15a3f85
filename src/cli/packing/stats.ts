import { DEFAULT_PACK, loadPack } from '../load-packs.ts';
import { countPack, printStats } from './count-pack.ts';
import { parseOptions, print, takeOperands, type PackCommand } from './pack-command.ts';

export const stats: PackCommand = {
  usage: ['stats [--json] [FILE]'],
  purpose: 'what a pack holds',
  run(args) {
    const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } });
    const [file] = takeOperands(positionals.length === 0 ? [DEFAULT_PACK] : positionals, 'FILE');
    const pack = loadPack(file);
    return print(values.json === true ? JSON.stringify(countPack(pack), null, 2) : printStats(pack));
  },
};
