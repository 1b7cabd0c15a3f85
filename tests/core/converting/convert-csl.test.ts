import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { convertCsl } from '../../../src/core/converting/convert-csl.ts';
import { ProblemLog } from '../../../src/core/converting/conversion-problem.ts';
import { convertTexts, packOf } from '../../fixtures/sheets.ts';
import { FUZZ_TIMEOUT_MS, fuzzRuns } from '../../fixtures/fuzz-runs.ts';

const drafts = (items: unknown) => {
  const log = new ProblemLog();
  return { records: convertCsl('z.json', typeof items === 'string' ? items : JSON.stringify(items), log), log };
};
const sourcesOf = (items: unknown) => packOf({}, { records: drafts(items).records }).sources;

const ZOTERO = {
  id: 'http://zotero.org/users/1/items/AB12CD',
  type: 'article-newspaper',
  abstract: 'Dropped.',
  'container-title': 'The Gazette',
  title: 'Acme <i>opens</i> a plant',
  URL: 'https://gazette.example/acme',
  DOI: 'https://doi.org/10.1000/1',
  volume: 12,
  author: [
    { family: 'Writer', given: 'Ann', suffix: 'Jr.' },
    { 'non-dropping-particle': 'van', family: 'Dyck' },
    { literal: 'Staff' },
  ],
  issued: { 'date-parts': [['2026', 3, '1']] },
  accessed: { 'date-parts': [['2026', 11, 22]] },
};

describe('items as Zotero exports them', () => {
  test('keep what the format has', () => {
    expect(sourcesOf([ZOTERO])).toEqual([
      {
        id: 'ab12cd',
        type: 'article-newspaper',
        title: 'Acme opens a plant',
        'container-title': 'The Gazette',
        volume: '12',
        URL: 'https://gazette.example/acme',
        DOI: '10.1000/1',
        author: [{ family: 'Writer', given: 'Ann Jr.' }, { family: 'van Dyck' }, { literal: 'Staff' }],
        issued: { 'date-parts': [[2026, 3, 1]] },
        accessed: { 'date-parts': [[2026, 11, 22]] },
      },
    ]);
  });

  test.each([
    ['thesis', 'report'],
    ['motion_picture', 'broadcast'],
    ['legal_case', 'document'],
    ['constructor', 'document'],
    [undefined, 'document'],
    ['webpage', 'webpage'],
  ])('type %s is %s', (type, ours) => {
    expect(sourcesOf([{ id: 'a', title: 'T', type }])[0]?.type).toBe(ours);
  });

  test.each([
    [{ raw: '5 March 2026' }, { issued: { 'date-parts': [[2026, 3, 5]] } }],
    [{ literal: 'n.d.' }, { note: 'Date: n.d.' }],
    [{ 'date-parts': [[2020], [2021, 2]] }, { issued: { 'date-parts': [[2020], [2021, 2]] } }],
    [{ 'date-parts': [[]] }, {}],
  ])('date %j', (issued, fields) => {
    expect(sourcesOf({ id: 'a', title: 'T', issued })).toEqual([{ id: 'a', type: 'document', title: 'T', ...fields }]);
  });

  test('ids are valid, stable and each once', () => {
    const items = [
      { id: 'Smith_2020', title: 'A' },
      { id: 'smith 2020', title: 'B' },
      { title: 'No id' },
      { 'citation-key': 'Key1', title: 'C' },
    ];
    const ids = drafts(items).records.map(({ body }) => body['id']);
    expect(ids).toEqual(['smith-2020', 'smith-2020-2', 'no-id', 'key1']);
    expect(drafts(items).records.map(({ body }) => body['id'])).toEqual(ids);
  });

  test('a crowd of authors ends with "et al."', () => {
    const author = Array.from({ length: 65 }, (_, position) => ({ family: `F${position}` }));
    expect(sourcesOf([{ id: 'a', title: 'T', author }])[0]?.author).toHaveLength(64);
    expect(sourcesOf([{ id: 'a', title: 'T', author }])[0]?.author?.at(-1)).toEqual({ literal: 'et al.' });
  });

  test('facts name them by the id they had', () => {
    const texts = { entities: 'name,type\nAcme,company', facts: 'subject,statement,source\nAcme,x,Smith_2020' };
    expect(packOf(texts, drafts([{ id: 'Smith_2020', title: 'A' }])).facts[0]?.references).toEqual([
      { source: 'smith-2020' },
    ]);
  });
});

describe('problems name the item', () => {
  test.each([
    ['no title', [ZOTERO, { id: 'a' }], 2, 'title'],
    ['no item', [null], 1, ''],
    ['no JSON', '{', 0, ''],
    ['nested too deep', '['.repeat(40), 0, ''],
    ['UTF-16', '[\0]\0', 0, ''],
  ])('%s', (_name, items, line, field) => {
    expect(drafts(items).log.problems).toMatchObject([{ file: 'z.json', line, field }]);
  });

  test('also what the format refuses', () => {
    const items = [
      { id: 'a', title: 'x'.repeat(301), URL: 'javascript:alert(1)', issued: { 'date-parts': [[2026, 13]] } },
    ];
    const converted = convertTexts({}, { records: drafts(items).records });
    expect(!converted.ok && converted.error.map(({ line, field }) => `${line} ${field}`)).toEqual([
      '1 title',
      '1 issued.date-parts.0.1',
      '1 URL',
    ]);
  });
});

test(
  'no JSON throws',
  () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc
            .array(fc.record({ title: fc.string(), id: fc.anything(), author: fc.anything(), issued: fc.anything() }))
            .map((value) => JSON.stringify(value) ?? ''),
        ),
        (text) => {
          const { records, log } = drafts(text);
          expect(records.length + log.problems.length).toBeGreaterThanOrEqual(0);
          expect(typeof convertTexts({}, { records }).ok).toBe('boolean');
        },
      ),
      fuzzRuns(300),
    );
  },
  FUZZ_TIMEOUT_MS,
);
