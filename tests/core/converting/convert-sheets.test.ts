import fc from 'fast-check';
import { anyText } from '../../fixtures/any-text.ts';
import { describe, expect, test } from 'vitest';
import { convertSheets } from '../../../src/core/converting/convert-sheets.ts';
import { guessMapping } from '../../../src/core/converting/guess-mapping.ts';
import { readSheet } from '../../../src/core/converting/read-sheet.ts';
import { convertTexts, HEADER_FIELDS, packOf, placesOf } from '../../fixtures/sheets.ts';
import { FUZZ_TIMEOUT_MS, fuzzRuns } from '../../fixtures/fuzz-runs.ts';
import { LIMITS } from '../../../src/core/model/limits.ts';
import { parseFactPack } from '../../../src/core/packs/parse-fact-pack.ts';

const ENTITIES = `Name;Type;Aliases;Description;Wikidata;Website
Acme Robotics;company;Acme | ACME Inc.;Makes robots;https://www.wikidata.org/wiki/Q42;acme.example
华为;公司;;;;
Erika Müller;Person;;;;https://mueller.example/`;
const FACTS = `Subject;Statement;Kind;As of;Basis;Certainty;Source title;URL;Publisher;Published;Page;Amount;Currency;Note
ACME INC|Erika Müller;Acme was sold to Erika Müller.;Event;05.03.2026;;berichtet;Acme sold;https://gazette.example/acme;The Gazette;2026-03-06;4;4500000000;usd;
华为;华为成立。;;1987;inferred;;;http://www.gazette.example/acme/;;;;;;Somebody's note`;

describe('entities', () => {
  const { entities } = packOf({ entities: ENTITIES });

  test('have what their columns give', () => {
    expect(entities.find(({ id }) => id === 'acme-robotics')).toEqual({
      id: 'acme-robotics',
      name: 'Acme Robotics',
      type: 'company',
      description: 'Makes robots',
      aliases: [{ text: 'Acme' }, { text: 'ACME Inc.' }],
      links: { wikidata: 'Q42', website: 'https://acme.example' },
    });
  });

  test('are of a type in any of the languages, and have ids of their names', () => {
    expect(entities.map(({ id, type }) => [id.replace(/[0-9a-f]{8}$/, '…'), type])).toEqual([
      ['acme-robotics', 'company'],
      ['entity-…', 'company'],
      ['erika-muller', 'person'],
    ]);
  });

  test('of one name are numbered', () => {
    const same = packOf({ entities: 'name,type\nAcme,company\nAcme,product' });
    expect(same.entities.map(({ id, type }) => [id, type])).toEqual([
      ['acme', 'company'],
      ['acme-2', 'product'],
    ]);
  });
});

describe('facts', () => {
  const pack = packOf({ entities: ENTITIES, facts: FACTS });

  test('have what their columns give', () => {
    expect(pack.facts.find(({ subjects }) => subjects[0] === 'acme-robotics')).toMatchObject({
      subjects: ['acme-robotics', 'erika-muller'],
      statement: 'Acme was sold to Erika Müller.',
      kind: 'event',
      asOf: { date: '2026-03-05', basis: 'stated' },
      certainty: 'reported',
      quality: 'ok',
      value: { type: 'money', number: 4.5e9, currency: 'USD' },
      references: [{ locator: { page: '4' } }],
    });
  });

  test('without date, kind and certainty are undated claims, flatly asserted', () => {
    expect(
      packOf({ entities: ENTITIES, facts: 'subject,statement,url\n华为,x,https://a.example' }).facts[0],
    ).toMatchObject({
      kind: 'claim',
      asOf: { basis: 'unknown' },
      certainty: 'asserted',
    });
  });

  test('make one source of one address, however it is written', () => {
    expect(pack.sources).toEqual([
      {
        id: expect.stringMatching(/^gazette-example-[0-9a-f]{8}$/),
        type: 'webpage',
        title: 'Acme sold',
        URL: 'https://gazette.example/acme',
        publisher: 'The Gazette',
        issued: { 'date-parts': [[2026, 3, 6]] },
      },
    ]);
  });

  test('name sources of the sources sheet by id, title or address, several at once', () => {
    const { facts, sources } = packOf({
      entities: ENTITIES,
      sources:
        'id,title,url,author,type,date\nG1,Acme sold,https://g.example/1,A. Writer; B. Writer,Zeitungsartikel,2026\n,Other,,,,',
      facts:
        'subject,statement,source\nAcme,a,g1\nAcme,b,acme SOLD;Other\nAcme,c,http://g.example/1\nAcme,d,https://new.example/x',
    });
    expect(
      Object.fromEntries(facts.map(({ statement, references }) => [statement, references.map(({ source }) => source)])),
    ).toEqual({
      a: ['g1'],
      b: ['g1', 'other'],
      c: ['g1'],
      d: [expect.stringMatching(/^new-example-/)],
    });
    expect(sources.find(({ id }) => id === 'g1')).toMatchObject({
      type: 'article-newspaper',
      author: [{ literal: 'A. Writer' }, { literal: 'B. Writer' }],
    });
  });

  test('a source id that is new is made with the title beside it', () => {
    const facts = 'subject,statement,source,source title\nAcme,a,G7,A book\nAcme,b,g7,';
    expect(packOf({ entities: ENTITIES, facts }).sources).toEqual([{ id: 'g7', type: 'document', title: 'A book' }]);
  });
});

describe('ids of facts', () => {
  const head = 'subject,statement,url,kind,as of,note';
  const rows = [
    'Acme,Acme makes robots.,https://a.example,,,',
    'Acme,Acme was sold.,https://a.example,event,2026,',
    '华为,Opened.,https://a.example,,,',
  ];
  const idsOf = (lines: readonly string[], previous?: Parameters<typeof packOf>[1]): Map<string, string> =>
    new Map(
      packOf({ entities: ENTITIES, facts: [head, ...lines].join('\n') }, previous).facts.map(({ statement, id }) => [
        statement,
        id,
      ]),
    );
  const before = idsOf(rows);

  test('stay when rows move, come and go, and other columns change', () => {
    const after = idsOf([
      'Acme,New.,https://a.example,,,',
      '华为,Opened.,https://b.example,event,2020,a note',
      'Acme;华为,ACME  was sold,https://a.example,,,',
    ]);
    expect(after.get('Opened.')).toBe(before.get('Opened.'));
    expect(after.get('ACME was sold')).toBe(before.get('Acme was sold.'));
    expect([...before.values()]).not.toContain(after.get('New.'));
  });

  test('of a reworded fact stay, where the version before shows which it was', () => {
    const previous = packOf({ entities: ENTITIES, facts: [head, ...rows].join('\n') }).facts;
    const reworded = rows.with(1, 'Acme,Acme was sold for money.,https://a.example,event,2026,');
    expect(idsOf(reworded).get('Acme was sold for money.')).not.toBe(before.get('Acme was sold.'));
    expect(idsOf(reworded, { previous }).get('Acme was sold for money.')).toBe(before.get('Acme was sold.'));
    const two = [...reworded, 'Acme,Acme was renamed.,https://a.example,event,2026,'];
    expect([...idsOf(two, { previous }).values()]).not.toContain(before.get('Acme was sold.'));
  });

  test('of the column win, in lower case', () => {
    const facts = 'id,subject,statement,url\nF1,Acme,a,https://a.example\n,Acme,b,https://a.example';
    expect(packOf({ entities: ENTITIES, facts }).facts.map(({ id }) => id)).toEqual([
      expect.stringMatching(/^acme-robotics-/),
      'f1',
    ]);
  });
});

describe('problems name file, row and column, all at once', () => {
  const facts = (...rows: string[]): string =>
    ['Subject,Statement,Date,Basis,Certainty,Source,Amount,Currency,Unit,Page', ...rows].join('\n');
  const entities = 'Name,Type,Website,Wikidata,Aliases\nAcme,company\nTwin,company\nTwin,product';
  const sources = 'Id,Title\ns1,S';

  test.each([
    ['nobody', ',x,,,,s1', 'facts.csv:2 Subject missing-value'],
    ['somebody unknown', 'Nobody,x,,,,s1', 'facts.csv:2 Subject unknown-name'],
    ['one of two', 'Twin,x,,,,s1', 'facts.csv:2 Subject ambiguous-value'],
    ['no statement', 'Acme,,,,,s1', 'facts.csv:2 Statement missing-value'],
    ['a statement too long', `Acme,${'x'.repeat(601)},,,,s1`, 'facts.csv:2 Statement invalid-field'],
    ['an ambiguous date', 'Acme,x,3/5/2026,,,s1', 'facts.csv:2 Date ambiguous-value'],
    ['a date with basis unknown', 'Acme,x,2026,unknown,,s1', 'facts.csv:2 Basis invalid-value'],
    ['a basis without date', 'Acme,x,,stated,,s1', 'facts.csv:2 Date missing-value'],
    ['a wrong basis', 'Acme,x,2026,guess,,s1', 'facts.csv:2 Basis invalid-value'],
    ['a wrong certainty', 'Acme,x,,,maybe,s1', 'facts.csv:2 Certainty invalid-value'],
    ['no source', 'Acme,x,,,,', 'facts.csv:2 Source missing-value'],
    ['an unknown source', 'Acme,x,,,,s2', 'facts.csv:2 Source unknown-name'],
    ['a number alone', 'Acme,x,,,,s1,5', 'facts.csv:2 Amount missing-value'],
    ['two kinds of number', 'Acme,x,,,,s1,5,USD,people', 'facts.csv:2 Amount missing-value'],
    ['a currency alone', 'Acme,x,,,,s1,,USD', 'facts.csv:2 Currency missing-value'],
    ['a wrong currency', 'Acme,x,,,,s1,5,dollars', 'facts.csv:2 Currency invalid-field'],
    ['an ambiguous number', 'Acme,x,,,,s1,1.200,USD', 'facts.csv:2 Amount ambiguous-value'],
  ])('%s', (_name, row, place) => {
    expect(placesOf({ entities, sources, facts: facts(row) })).toEqual([place]);
  });

  test.each([
    ['no name', ',company', 'entities.csv:2 Name missing-value'],
    ['no type', 'A Company,', 'entities.csv:2 Type missing-value'],
    ['a wrong type', 'A Company,thing', 'entities.csv:2 Type invalid-value'],
    ['no https', 'A Company,company,http://a.example', 'entities.csv:2 Website invalid-field'],
    ['a script for an address', 'A Company,company,javascript:alert(1)', 'entities.csv:2 Website invalid-field'],
    ['a wrong item', 'A Company,company,,42', 'entities.csv:2 Wikidata invalid-field'],
    ['too short an alias', 'A Company,company,,,X', 'entities.csv:2 Aliases invalid-field'],
    ['direction overrides', 'A\u202eB Company,company', 'entities.csv:2 Name invalid-field'],
  ])('%s', (_name, row, place) => {
    expect(placesOf({ entities: `Name,Type,Website,Wikidata,Aliases\n${row}` })).toEqual([place]);
  });

  test('ids twice, with both places', () => {
    const twice = convertTexts({ entities: 'id,name,type\na,One,company\nA,Two,company' });
    expect(twice).toMatchObject({
      error: [
        { line: 3, code: 'duplicate-id', field: 'id', message: expect.stringContaining('entities.csv:2 already') },
      ],
    });
  });

  test('a source that is not the same in two rows', () => {
    const twice = 'subject,statement,url,source title\nAcme,a,https://a.example,One\nAcme,b,https://a.example,Two';
    expect(placesOf({ entities, facts: twice })).toEqual(['facts.csv:3 source title invalid-value']);
  });

  test('columns that are missing', () => {
    expect(placesOf({ entities: 'Colour\nred', facts: 'Statement\nx' })).toEqual([
      'entities.csv:1 name missing-column',
      'entities.csv:1 type missing-column',
      'facts.csv:1 subjects missing-column',
    ]);
  });

  test('of the header too', () => {
    expect(placesOf({ entities }, { header: { id: 'No Id', license: undefined } })).toEqual([
      'header.json:0 id invalid-field',
      'header.json:0 license invalid-field',
    ]);
  });

  test('a row that is wrong does not make others wrong', () => {
    const bad = 'Name,Type\nAcme,thing\n,company';
    expect(placesOf({ entities: bad, sources, facts: facts('Acme,x,,,,s1') })).toEqual([
      'entities.csv:2 Type invalid-value',
      'entities.csv:3 Name missing-value',
    ]);
  });

  test('at most as many as are reported', () => {
    const rows = Array.from({ length: LIMITS.reportedProblems + 1 }, () => 'Nobody,x,,,,s1');
    expect(placesOf({ entities, sources, facts: facts(...rows) })).toHaveLength(LIMITS.reportedProblems);
  });
});

test(
  'no cells throw; what converts is a sound pack, and the same again',
  () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        'Acme',
        'company',
        'Twin',
        '2026',
        '3/5/2026',
        'https://a.example',
        's1',
        'USD',
        '5',
        'stated',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    );
    const sheet = (heading: readonly string[]) =>
      fc
        .array(fc.array(cell, { maxLength: heading.length }), { maxLength: 6 })
        .map((rows) =>
          [heading, ...rows].map((row) => row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',')).join('\n'),
        );
    let sound = 0;
    fc.assert(
      fc.property(
        sheet(['name', 'type', 'aliases']),
        sheet(['subjects', 'statement', 'url', 'as of', 'number', 'currency', 'source']),
        sheet(['id', 'title', 'url', 'date']),
        (entities, facts, sources) => {
          const converted = convertTexts({ entities, facts, sources });
          if (converted.ok) {
            sound++;
            expect(parseFactPack(converted.value.lines.join('\n')).ok).toBe(true);
            expect(convertTexts({ entities, facts, sources })).toEqual(converted);
          } else expect(converted.error.length).toBeGreaterThan(0);
        },
      ),
      fuzzRuns(500),
    );
    expect(sound).toBeGreaterThan(0);
  },
  FUZZ_TIMEOUT_MS,
);

test(
  'no text throws, whatever is taken for a sheet',
  () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ',',
        ';',
        '\t',
        '"',
        '\n',
        '\r\n',
        'name',
        'type',
        'subject',
        'statement',
        'source',
        'title',
        '\ufeff',
      ),
      anyText(6),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const sheet = readSheet('x.csv', pieces.join(''));
        if (!sheet.ok) return;
        const { heading } = sheet.value;
        const converted = convertSheets({
          header: { file: 'header.json', fields: HEADER_FIELDS },
          sheets: [
            { kind: 'entities', sheet: sheet.value, mapping: guessMapping('entities', heading) },
            { kind: 'facts', sheet: sheet.value, mapping: guessMapping('facts', heading) },
            { kind: 'sources', sheet: sheet.value, mapping: guessMapping('sources', heading) },
          ],
        });
        expect(converted.ok || converted.error.length > 0).toBe(true);
      }),
      fuzzRuns(500),
    );
  },
  FUZZ_TIMEOUT_MS,
);
