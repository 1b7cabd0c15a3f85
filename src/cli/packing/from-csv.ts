import { loadPack } from '../load-packs.ts';
import { WrongUseError } from '../run-command.ts';
import { parseColumnChoice } from './column-choices.ts';
import { parseOptions, takeOperands, type PackCommand } from './pack-command.ts';
import { makePack } from './pack-material.ts';
import { WRITE_OPTIONS, writePack } from './write-pack.ts';

const FILES = { type: 'string', multiple: true } as const;

export const fromCsv: PackCommand = {
  usage: [
    'from-csv --header FILE.json [--entities FILE]… [--facts FILE]… [--sources FILE]… [--csl FILE]…',
    '         [--map SHEET.FIELD=HEADING]… [--previous PACK] [--out FILE] [--json]',
  ],
  purpose: 'makes a pack of spreadsheets',
  run(args) {
    const { values, positionals } = parseOptions(args, {
      ...{ entities: FILES, facts: FILES, sources: FILES, csl: FILES, map: FILES },
      ...{ header: { type: 'string' }, previous: { type: 'string' } },
      ...WRITE_OPTIONS,
    });
    takeOperands(positionals);
    const { header, entities = [], facts = [], sources = [], csl = [], map = [], previous } = values;
    if (header === undefined) throw new WrongUseError('--header is missing.');
    if (entities.length + facts.length + sources.length + csl.length === 0) {
      throw new WrongUseError('--entities, --facts, --sources or --csl is missing.');
    }
    const sheets = [
      ...entities.map((file) => ({ file, kind: 'entities' as const })),
      ...facts.map((file) => ({ file, kind: 'facts' as const })),
      ...sources.map((file) => ({ file, kind: 'sources' as const })),
    ];
    const choices = map.map(parseColumnChoice);
    const before = previous === undefined ? [] : loadPack(previous).facts;
    return writePack(() => makePack({ header, sheets, csl, recordLines: [], choices, previous: before }), values);
  },
};
