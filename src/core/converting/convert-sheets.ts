import type { Fact } from '../model/fact.ts';
import type { Result } from '../model/result.ts';
import { assemblePack, type ConvertedPack, type HeaderDraft } from './assemble-pack.ts';
import { ProblemLog, type ConversionProblem } from './conversion-problem.ts';
import { convertEntities } from './convert-entities.ts';
import { convertFacts } from './convert-facts.ts';
import { convertSources } from './convert-sources.ts';
import type { DraftRecord } from './draft-record.ts';
import { createEntityFinder } from './entity-finder.ts';
import { giveFactIds } from './give-fact-ids.ts';
import type { Sheet } from './read-sheet.ts';
import type { ColumnMapping, SheetKind } from './sheet-fields.ts';
import { readRows, type SheetRow } from './sheet-rows.ts';
import { SourceShelf } from './source-shelf.ts';

/** A sheet, what its rows are, and which column gives what. */
export type MappedSheet = {
  readonly [K in SheetKind]: { readonly kind: K; readonly sheet: Sheet; readonly mapping: ColumnMapping<K> };
}[SheetKind];

export type ConversionInput = {
  readonly header: HeaderDraft;
  readonly sheets: readonly MappedSheet[];
  /** Records that need no conversion, or had it: those of CSL-JSON and of record files. Sheets may refer to them. */
  readonly records?: readonly DraftRecord[];
  /** The facts of the version before, so that reworded ones keep their ids. */
  readonly previous?: readonly Fact[];
};

/**
 * Makes a pack of sheets. The same input gives the same pack; records are sorted by kind and id, so that two builds differ only
 * where their records do. Refused as a whole, with all problems by file and row, if anything is wrong. Never throws.
 */
export function convertSheets({
  header,
  sheets,
  records = [],
  previous = [],
}: ConversionInput): Result<ConvertedPack, readonly ConversionProblem[]> {
  const log = new ProblemLog();
  const entities = [
    ...records.filter(({ type }) => type === 'entity'),
    ...convertEntities(rowsOf(sheets, 'entities', log)),
  ];
  const sources = [
    ...records.filter(({ type }) => type === 'source'),
    ...convertSources(rowsOf(sheets, 'sources', log)),
  ];
  const shelf = new SourceShelf(sources);
  const facts = convertFacts(rowsOf(sheets, 'facts', log), createEntityFinder(entities), shelf);
  const drafts = [
    ...sortById([...sources, ...shelf.made()]),
    ...sortById(entities),
    ...sortById([...records.filter(({ type }) => type === 'fact'), ...giveFactIds(facts, previous)]),
    ...sortById(records.filter(({ type }) => type === 'conflict')),
  ];
  return assemblePack(header, drafts, log);
}

function rowsOf<K extends SheetKind>(sheets: readonly MappedSheet[], kind: K, log: ProblemLog): readonly SheetRow<K>[] {
  return sheets.flatMap((mapped) =>
    mapped.kind === kind ? readRows(kind, mapped.sheet, mapped.mapping as ColumnMapping<K>, log) : [],
  );
}

const sortById = (drafts: readonly DraftRecord[]): readonly DraftRecord[] =>
  drafts.toSorted((a, b) => {
    const [first, second] = [String(a.body['id']), String(b.body['id'])];
    return first < second ? -1 : Number(first > second);
  });
