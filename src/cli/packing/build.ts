import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { SHEET_KINDS } from '../../core/converting/sheet-fields.ts';
import { loadPack } from '../load-packs.ts';
import { WrongUseError } from '../run-command.ts';
import { parseColumnChoice } from './column-choices.ts';
import { parseOptions, takeOperands, type PackCommand } from './pack-command.ts';
import { makePack, type PackMaterial } from './pack-material.ts';
import { WRITE_OPTIONS, writePack } from './write-pack.ts';

export const build: PackCommand = {
  usage: ['build [--map SHEET.FIELD=HEADING]… [--previous PACK] [--out FILE] [--json] DIR'],
  purpose: 'makes a pack of the sheets, record files and CSL-JSON in a folder',
  run(args) {
    const { values, positionals } = parseOptions(args, {
      ...{ map: { type: 'string', multiple: true }, previous: { type: 'string' } },
      ...WRITE_OPTIONS,
    });
    const [folder] = takeOperands(positionals, 'DIR');
    const choices = (values.map ?? []).map(parseColumnChoice);
    const previous = values.previous === undefined ? [] : loadPack(values.previous).facts;
    const files = findMaterial(folder);
    return writePack(() => makePack({ ...files, choices, previous }), values);
  },
};

/**
 * What stands in a folder and its folders: `header.json` or `pack.json`, sheets (`.csv`, `.tsv`), records (`.jsonl`), CSL-JSON
 * (any other `.json`). Packs (`.factpack.jsonl`) are results, and names that begin with a dot are nobody's business.
 * @throws WrongUseError if there is not one header.
 */
function findMaterial(folder: string): Omit<PackMaterial, 'choices' | 'previous'> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => !/(?:^|[/\\])\./.test(name) && !name.endsWith('.factpack.jsonl'))
    .toSorted();
  const pathsOf = (pattern: RegExp): readonly string[] =>
    names.filter((name) => pattern.test(name)).map((name) => join(folder, name));
  const headers = pathsOf(/^(?:header|pack)\.json$/);
  const [header] = headers;
  if (header === undefined) throw new WrongUseError(`${folder} has no header.json.`);
  if (headers.length > 1) throw new WrongUseError(`${folder} has a header.json and a pack.json; remove one.`);
  return {
    header,
    sheets: pathsOf(/\.[ct]sv$/i).map((file) => ({
      file,
      kind: SHEET_KINDS.find((kind) => basename(file).toLowerCase().startsWith(kind)) ?? null,
    })),
    csl: pathsOf(/\.json$/).filter((file) => file !== header),
    recordLines: pathsOf(/\.jsonl$/),
  };
}
