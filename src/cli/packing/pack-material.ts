import { ProblemLog, sortProblems } from '../../core/converting/conversion-problem.ts';
import { convertCsl } from '../../core/converting/convert-csl.ts';
import { convertSheets, type MappedSheet } from '../../core/converting/convert-sheets.ts';
import type { ConvertedPack } from '../../core/converting/assemble-pack.ts';
import type { DraftRecord } from '../../core/converting/draft-record.ts';
import { guessSheetKind } from '../../core/converting/guess-mapping.ts';
import { readJsonDocument } from '../../core/converting/read-json-document.ts';
import { readRecordLines } from '../../core/converting/read-record-lines.ts';
import { readSheet } from '../../core/converting/read-sheet.ts';
import type { SheetKind } from '../../core/converting/sheet-fields.ts';
import type { Fact } from '../../core/model/fact.ts';
import { UnsoundFileError } from '../file-problem.ts';
import { readTextFile } from '../read-text-file.ts';
import { mappingFor, refuseUnusedChoices, type ColumnChoice } from './column-choices.ts';

/** The files that a pack is made of. */
export type PackMaterial = {
  /** A JSON document: the fields of the header, and records if it has any. */
  readonly header: string;
  /** Without a kind, the heading tells it. */
  readonly sheets: readonly { readonly file: string; readonly kind: SheetKind | null }[];
  readonly csl: readonly string[];
  readonly recordLines: readonly string[];
  readonly choices: readonly ColumnChoice[];
  /** The facts of the version before. */
  readonly previous: readonly Fact[];
};

/** Makes a pack. @throws UnsoundFileError with all problems of all files, UnreadableFileError, WrongUseError */
export function makePack({ header, sheets, csl, recordLines, choices, previous }: PackMaterial): ConvertedPack {
  const log = new ProblemLog();
  const mapped = sheets.flatMap(({ file, kind }) => readMappedSheet(file, kind, choices, log));
  refuseUnusedChoices(choices, mapped);
  const document = readJsonDocument(header, readTextFile(header), log);
  const records: readonly DraftRecord[] = [
    ...document.records,
    ...csl.flatMap((file) => convertCsl(file, readTextFile(file), log)),
    ...recordLines.flatMap((file) => readRecordLines(file, readTextFile(file), log)),
  ];
  // Where a file is left out, everything that refers to it would look wrong as well.
  if (log.problems.length > 0) throw new UnsoundFileError(sortProblems(log.problems));
  const converted = convertSheets({ header: document.header, sheets: mapped, records, previous });
  if (converted.ok) return converted.value;
  throw new UnsoundFileError(converted.error);
}

function readMappedSheet(
  file: string,
  wanted: SheetKind | null,
  choices: readonly ColumnChoice[],
  log: ProblemLog,
): readonly MappedSheet[] {
  const read = readSheet(file, readTextFile(file));
  if (!read.ok) {
    for (const problem of read.error) log.add(problem);
    return [];
  }
  const sheet = read.value;
  const kind = wanted ?? guessSheetKind(sheet.heading);
  switch (kind) {
    case 'entities':
      return [{ kind, sheet, mapping: mappingFor(kind, sheet, choices) }];
    case 'facts':
      return [{ kind, sheet, mapping: mappingFor(kind, sheet, choices) }];
    case 'sources':
      return [{ kind, sheet, mapping: mappingFor(kind, sheet, choices) }];
    case null: {
      const message =
        'The heading does not tell what the rows are; let the file name begin with entities, facts or sources.';
      log.add({ code: 'missing-column', file, line: 1, field: '', message });
      return [];
    }
  }
}
