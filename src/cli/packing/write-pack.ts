import { renameSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { ConvertedPack } from '../../core/converting/assemble-pack.ts';
import { UnsoundFileError } from '../file-problem.ts';
import { print } from './pack-command.ts';
import { printProblems } from './print-problems.ts';

export const WRITE_OPTIONS = { out: { type: 'string' }, json: { type: 'boolean' } } as const;

type Target = { readonly out?: string | undefined; readonly json?: boolean | undefined };

/**
 * Writes the pack that `make` gives to a file (compressed if its name ends in `.gz`) or to standard output. Unsound data goes to
 * standard error, or as JSON to standard output. A file is whole or as it was. Gives the exit status.
 */
export function writePack(make: () => ConvertedPack, { out, json = false }: Target): number {
  let pack: ConvertedPack;
  try {
    pack = make();
  } catch (error) {
    if (!(error instanceof UnsoundFileError)) throw error;
    if (json) print(JSON.stringify(error.problems, null, 2));
    else printProblems(error.problems);
    return 1;
  }
  const text = `${pack.lines.join('\n')}\n`;
  if (out === undefined) {
    process.stdout.write(text);
    return 0;
  }
  writeFileSync(`${out}.part`, out.endsWith('.gz') ? gzipSync(text, { level: 9 }) : text);
  renameSync(`${out}.part`, out);
  const { id, version, counts } = pack.header;
  return print(
    json
      ? '[]'
      : `${out}: ${id} version ${version}, ${counts.entities} entities, ${counts.facts} facts, ${counts.sources} sources`,
  );
}
