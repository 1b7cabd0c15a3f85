import { describe, expect, test } from 'vitest';
import { guessMapping, guessSheetKind } from '../../../src/core/converting/guess-mapping.ts';
import { SHEET_FIELDS, SHEET_KINDS } from '../../../src/core/converting/sheet-fields.ts';

describe('columns are guessed from headings', () => {
  test.each([
    ['English', ['Name', 'Type', 'Also known as', 'QID'], { name: 0, type: 1, aliases: 2, wikidata: 3 }],
    [
      'German',
      ['Bezeichnung', 'Art', 'Kurzbeschreibung', 'Webseite'],
      { name: 0, type: 1, description: 2, website: 3 },
    ],
    ['Chinese', ['名称', '类型', '别名', '官网'], { name: 0, type: 1, aliases: 2, website: 3 }],
    ['odd case and punctuation', [' NAME: ', 'entity_type'], { name: 0, type: 1 }],
    ['the better of two', ['Title', 'Name'], { name: 1 }],
    ['unknown and empty', ['', 'Colour', 'Name'], { name: 2 }],
  ])('%s', (_name, heading, mapping) => {
    expect(guessMapping('entities', heading)).toEqual(mapping);
  });

  test('of facts', () => {
    expect(
      guessMapping('facts', [
        'Subject',
        'Claim',
        'As-of date',
        'Basis',
        'Source title',
        'URL',
        'Amount',
        'Währung',
        '备注',
      ]),
    ).toEqual({
      subjects: 0,
      statement: 1,
      asOf: 2,
      basis: 3,
      sourceTitle: 4,
      sourceUrl: 5,
      number: 6,
      currency: 7,
      note: 8,
    });
  });

  test.each(SHEET_KINDS)('the field names of %s are headings', (kind) => {
    const mapping: Record<string, number | undefined> = guessMapping(kind, SHEET_FIELDS[kind]);
    expect(SHEET_FIELDS[kind].map((field) => mapping[field])).toEqual([...SHEET_FIELDS[kind].keys()]);
  });
});

test.each([
  [['Name', 'Type', 'Aliases'], 'entities'],
  [['Subject', 'Statement', 'Date', 'Source'], 'facts'],
  [['Titel', 'Autor', 'Verlag', 'Datum'], 'sources'],
  [['主体', '陈述', '日期', '来源'], 'facts'],
  [['x', 'y'], null],
])('a sheet with %j holds %s', (heading, kind) => {
  expect(guessSheetKind(heading)).toBe(kind);
});
