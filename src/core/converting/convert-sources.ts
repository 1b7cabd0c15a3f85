import { namePaths, withoutEmpty, type DraftRecord } from './draft-record.ts';
import { digestId, IdRegister, makeId } from './make-id.ts';
import { readSourceDate } from './source-date.ts';
import type { SheetField } from './sheet-fields.ts';
import type { SheetRow } from './sheet-rows.ts';
import { findWord, SOURCE_TYPE_WORDS } from './vocabulary.ts';

const PATHS: readonly (readonly [string, SheetField<'sources'>])[] = [
  ['source.id', 'id'],
  ['source.type', 'type'],
  ['source.title', 'title'],
  ['source.author', 'author'],
  ['source.issued', 'date'],
  ['source.container-title', 'container'],
  ['source.publisher', 'publisher'],
  ['source.URL', 'url'],
  ['source.language', 'language'],
  ['source.note', 'note'],
];

/** Sources, one a row. Authors are taken as they are written, parted by semicolons. An id comes from its column or from the title. */
export function convertSources(rows: readonly SheetRow<'sources'>[]): readonly DraftRecord[] {
  const register = new IdRegister();
  register.reserve(rows.map((row) => row.read('id').toLowerCase()));
  return rows.map((row) => {
    const [title, url] = [row.read('title'), row.read('url')];
    if (title === '') row.report('title', 'missing-value', 'the source has no title; give it one or remove the row.');
    const issued = readSourceDate(row.read('date'), (code, message) => row.report('date', code, message));
    const authors = row.readList('author');
    const id =
      row.read('id').toLowerCase() || register.give(url === '' ? makeId(title, 'source') : digestId(title, url));
    const body = withoutEmpty({
      ...{ id, type: readType(row), title, URL: url },
      author: authors.length === 0 ? undefined : authors.map((literal) => ({ literal })),
      issued: issued === null ? undefined : { 'date-parts': [issued] },
      'container-title': row.read('container'),
      ...{ publisher: row.read('publisher'), language: row.read('language'), note: row.read('note') },
    });
    const fieldName = namePaths(PATHS.map(([path, field]) => [path, row.headingOf(field)]));
    const isBroken = !row.isSound();
    return { type: 'source' as const, body, file: row.file, line: row.line, isBroken, fieldName };
  });
}

/** Without a type, what has an address is a web page, and anything else a document. */
function readType(row: SheetRow<'sources'>): string {
  const written = row.read('type');
  if (written === '') return row.read('url') === '' ? 'document' : 'webpage';
  const type = findWord(SOURCE_TYPE_WORDS, written);
  if (type === null) {
    const choices = SOURCE_TYPE_WORDS.words.join(', ');
    row.report('type', 'invalid-value', `"${written.slice(0, 40)}" is not known; write one of ${choices}, or nothing.`);
  }
  return type ?? 'document';
}
