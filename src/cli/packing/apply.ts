import { applyPatch, formatPack, recordsOf } from '../../core/packs/apply-patch.ts';
import { UnsoundFileError } from '../file-problem.ts';
import { loadPack, loadPatch } from '../load-packs.ts';
import { parseOptions, print, takeOperands, type PackCommand } from './pack-command.ts';

export const apply: PackCommand = {
  usage: ['apply PACK PATCH'],
  purpose: 'the pack that a patch makes of another (prints it)',
  run(args) {
    const [base, file] = takeOperands(parseOptions(args, {}).positionals, 'PACK', 'PATCH');
    const applied = applyPatch(loadPack(base), loadPatch(file));
    if (!applied.ok) throw new UnsoundFileError(applied.error.map((problem) => ({ ...problem, file })));
    return print(formatPack(applied.value.header, recordsOf(applied.value)).trimEnd());
  },
};
