import { namePaths, withoutEmpty } from './draft-record.ts';
import { readSourceDate } from './source-date.ts';
import type { SheetRow } from './sheet-rows.ts';
import type { SourceShelf } from './source-shelf.ts';

type Row = SheetRow<'facts'>;

/** One reference for each source named, or one for the source that the columns describe. Section, page and quote are the first one's. */
export function readReferences(row: Row, shelf: SourceShelf): readonly Readonly<Record<string, unknown>>[] {
  const locator = withoutEmpty({ section: row.read('section'), page: row.read('page') });
  const first = withoutEmpty({
    locator: Object.keys(locator).length === 0 ? undefined : locator,
    quote: row.read('quote'),
  });
  return readSources(row, shelf).map((source, position) => (position === 0 ? { source, ...first } : { source }));
}

function readSources(row: Row, shelf: SourceShelf): readonly string[] {
  const named = row.readList('source');
  const isDescribed = row.read('sourceTitle') !== '' || row.read('sourceUrl') !== '';
  if (named.length === 0) {
    if (isDescribed) return [takeDescribed(row, shelf, '', row.read('sourceUrl'))];
    row.report('source', 'missing-value', 'the fact has no source; name one, or give its title or address.');
    return [];
  }
  const ids = named.map((name) => {
    const [id, ...others] = shelf.find(name);
    if (id !== undefined && others.length === 0) return id;
    const quoted = `"${name.slice(0, 60)}"`;
    if (id !== undefined) {
      const message = `${quoted} may be any of ${[id, ...others].join(', ')}; write the id that is meant.`;
      row.report('source', 'ambiguous-value', message);
      return id;
    }
    if (/^https?:\/\//i.test(name)) return takeDescribed(row, shelf, '', name);
    if (isDescribed && named.length === 1) return takeDescribed(row, shelf, name.toLowerCase(), row.read('sourceUrl'));
    row.report(
      'source',
      'unknown-name',
      `no source is called ${quoted}; add it to the sources or give its title and address here.`,
    );
    return '';
  });
  return [...new Set(ids)];
}

function takeDescribed(row: Row, shelf: SourceShelf, id: string, url: string): string {
  const fieldName = namePaths([
    ['source.id', row.headingOf('source')],
    ['source.title', row.headingOf('sourceTitle')],
    ['source.URL', row.headingOf(row.read('sourceUrl') === '' ? 'source' : 'sourceUrl')],
    ['source.publisher', row.headingOf('sourcePublisher')],
    ['source.issued', row.headingOf('sourceDate')],
  ]);
  const details = {
    ...{ id, url, title: row.read('sourceTitle'), publisher: row.read('sourcePublisher') },
    issued: readSourceDate(row.read('sourceDate'), (code, message) => row.report('sourceDate', code, message)),
  };
  const taken = shelf.take(details, { file: row.file, line: row.line, fieldName });
  if (taken.contradicts !== null) {
    const field = { title: 'sourceTitle', publisher: 'sourcePublisher', issued: 'sourceDate' } as const;
    const message = `the same source has something else here in row ${taken.contradicts.line}; make the rows agree, or give the sources a sheet of their own.`;
    row.report(field[taken.contradicts.field], 'invalid-value', message);
  }
  return taken.id;
}
