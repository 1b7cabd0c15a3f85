import { UnsoundFileError, type FileProblem } from '../file-problem.ts';
import { loadPack } from '../load-packs.ts';
import { WrongUseError } from '../run-command.ts';
import { parseOptions, print, type PackCommand } from './pack-command.ts';
import { printProblems } from './print-problems.ts';

export const lint: PackCommand = {
  usage: ['lint [--json] FILE…'],
  purpose: 'check pack files',
  run(args) {
    const { values, positionals } = parseOptions(args, { json: { type: 'boolean' } });
    if (positionals.length === 0) throw new WrongUseError('FILE is missing.');
    const checked = positionals.map((file) => checkFile(file));
    if (values.json === true) print(JSON.stringify(checked, null, 2));
    else {
      for (const { file, pack, problems } of checked) {
        if (pack !== null) print(`${pack.id} version ${pack.version}: sound (${file})`);
        printProblems(problems);
      }
    }
    return checked.every(({ pack }) => pack !== null) ? 0 : 1;
  },
};

/** What was found out about one file; no pack if it is unsound. */
type Checked = {
  readonly file: string;
  readonly pack: { readonly id: string; readonly version: number } | null;
  readonly problems: readonly FileProblem[];
};

function checkFile(file: string): Checked {
  try {
    const { id, version } = loadPack(file).header;
    return { file, pack: { id, version }, problems: [] };
  } catch (error) {
    if (error instanceof UnsoundFileError) return { file, pack: null, problems: error.problems };
    throw error;
  }
}
