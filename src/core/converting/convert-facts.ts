import { namePaths, withoutEmpty, type DraftRecord } from './draft-record.ts';
import type { FoundIds } from './entity-finder.ts';
import { readAsOf } from './fact-date.ts';
import { readReferences } from './fact-references.ts';
import { readValue } from './fact-value.ts';
import type { SheetField } from './sheet-fields.ts';
import type { SheetRow } from './sheet-rows.ts';
import type { SourceShelf } from './source-shelf.ts';
import { CERTAINTY_WORDS, findWord, QUALITY_WORDS, type Vocabulary } from './vocabulary.ts';

type Row = SheetRow<'facts'>;

const PATHS: readonly (readonly [string, SheetField<'facts'>])[] = [
  ['fact.id', 'id'],
  ['fact.subjects', 'subjects'],
  ['fact.statement', 'statement'],
  ['fact.kind', 'kind'],
  ['fact.asOf', 'asOf'],
  ['fact.certainty', 'certainty'],
  ['fact.quality', 'quality'],
  ['fact.references.0.quote', 'quote'],
  ['fact.references.0.locator.page', 'page'],
  ['fact.references.0.locator.section', 'section'],
  ['fact.references', 'source'],
  ['fact.value.currency', 'currency'],
  ['fact.value.unit', 'unit'],
  ['fact.value', 'number'],
  ['fact.note', 'note'],
];

/** Facts, one a row; those without an id of their own still lack one (`give-fact-ids.ts`). Unsound rows are left out. */
export function convertFacts(
  rows: readonly Row[],
  findEntity: (written: string) => FoundIds,
  shelf: SourceShelf,
): readonly DraftRecord[] {
  return rows.flatMap((row) => {
    const statement = row.read('statement');
    if (statement === '')
      row.report('statement', 'missing-value', 'the fact says nothing; write it or remove the row.');
    const body = withoutEmpty({
      ...{ id: row.read('id').toLowerCase(), subjects: readSubjects(row, findEntity), statement },
      ...{ kind: kebabOf(row.read('kind')) || 'claim', value: readValue(row), asOf: readAsOf(row) },
      certainty: readWord(row, 'certainty', CERTAINTY_WORDS) ?? 'asserted',
      quality: readWord(row, 'quality', QUALITY_WORDS),
      ...{ references: readReferences(row, shelf), note: row.read('note') },
    });
    const fieldName = namePaths(PATHS.map(([path, field]) => [path, row.headingOf(field)]));
    return row.isSound() ? [{ type: 'fact' as const, body, file: row.file, line: row.line, fieldName }] : [];
  });
}

function readSubjects(row: Row, findEntity: (written: string) => FoundIds): readonly string[] {
  const names = row.readList('subjects');
  if (names.length === 0) {
    row.report('subjects', 'missing-value', 'the fact is about nobody; write the name or id of an entity.');
  }
  const ids = names.map((name) => {
    const [id, ...others] = findEntity(name);
    const quoted = `"${name.slice(0, 60)}"`;
    if (id === undefined) {
      row.report(
        'subjects',
        'unknown-name',
        `no entity is called ${quoted}; add it to the entities or correct the name.`,
      );
    } else if (others.length > 0) {
      const choices = [id, ...others].join(', ');
      row.report('subjects', 'ambiguous-value', `${quoted} may be any of ${choices}; write the id that is meant.`);
    }
    return id ?? '';
  });
  return [...new Set(ids)];
}

/** "Member of" as the format wants it, "member-of". What it cannot be is left for the check of the record. */
const kebabOf = (kind: string): string => kind.toLowerCase().replaceAll(/[\s_]+/g, '-');

function readWord<T extends string>(row: Row, field: SheetField<'facts'>, vocabulary: Vocabulary<T>): T | undefined {
  const written = row.read(field);
  if (written === '') return undefined;
  const word = findWord(vocabulary, written);
  if (word !== null) return word;
  const message = `"${written.slice(0, 40)}" is not known; write one of ${vocabulary.words.join(', ')}, or nothing.`;
  row.report(field, 'invalid-value', message);
  return undefined;
}
