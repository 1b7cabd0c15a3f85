import { expect, test } from 'vitest';
import { filterEntries, sortClaims, sortEntries, type Brief, type BriefEntry } from '../../../src/core/brief/brief.ts';
import { formatBrief } from '../../../src/core/brief/format-brief.ts';
import { viewEntityPage } from '../../../src/core/card/card-view.ts';
import { makeEntity, makeFact } from '../../fixtures/builders.ts';

function makeEntry(name: string, fields: Partial<BriefEntry> = {}): BriefEntry {
  const card = viewEntityPage({
    pack: { id: 'demo', title: 'Demo', version: 1 },
    entity: makeEntity({ name }),
    facts: [makeFact({ statement: `${name} [grew], "fast".` })],
    sources: [{ id: 's1', type: 'webpage', title: 'A page', URL: 'https://example.org/a', publisher: 'The Page' }],
    conflicts: [],
    others: [],
  });
  const { entity, claims } = card;
  return { entity, pack: 'Demo', count: 1, claims, factCount: 1, disagreements: 0, newer: 0, ...fields };
}
const makeBrief = (...entries: BriefEntry[]): Brief => ({
  title: 'An article',
  url: 'https://news.example/a',
  articleDate: '2018-05-01',
  entries,
});

test('newer facts come first, then disputes, then what stands there most', () => {
  const entries = [
    makeEntry('Rare'),
    makeEntry('Often', { count: 9 }),
    makeEntry('Disputed', { disagreements: 1 }),
    makeEntry('Newer', { newer: 2 }),
  ];
  expect(sortEntries(entries).map(({ entity }) => entity.name)).toEqual(['Newer', 'Disputed', 'Often', 'Rare']);
});

test('so among the claims about one name, which keep their rank otherwise', () => {
  const { claims } = viewEntityPage(
    {
      pack: { id: 'demo', title: 'Demo', version: 1 },
      entity: makeEntity({ name: 'Acme' }),
      facts: [
        makeFact({ id: 'telling', salience: 3 }),
        makeFact({ id: 'disputed', salience: 2 }),
        makeFact({ id: 'rival', salience: 2 }),
        makeFact({ id: 'newer', salience: 1, asOf: { basis: 'stated', date: '2020' } }),
        makeFact({ id: 'plain', salience: 1 }),
      ],
      sources: [],
      conflicts: [
        { id: 'c1', kind: 'disagreement', title: 'T', summary: 'S', facts: ['disputed', 'rival'], entities: [] },
      ],
      others: [],
    },
    { sentence: '', entities: [], articleDate: '2018-05-01' },
  );
  expect(sortClaims(claims).map(({ facts }) => facts.map(({ id }) => id))).toEqual([
    ['newer'],
    ['disputed', 'rival'],
    ['telling'],
    ['plain'],
  ]);
});

test.each([
  ['ACM', ['Acme']],
  ['grew glob', ['Globex']],
  ['nothing', []],
  ['', ['Acme', 'Globex']],
])('filtering by %j', (query, names) => {
  expect(filterEntries([makeEntry('Acme'), makeEntry('Globex')], query).map(({ entity }) => entity.name)).toEqual(
    names,
  );
});

test('as Markdown: nothing of a pack becomes markup', () => {
  const text = formatBrief(makeBrief(makeEntry('Acme', { count: 2 })), 'markdown');
  expect(text).toContain('## Acme (2×)');
  expect(text).toContain(String.raw`- Acme \[grew\], "fast". (reported, as of 2018-05)`);
  expect(text).toContain('[A page, The Page, undated](<https://example.org/a>)');
});

test('as CSV: quoted by RFC 4180, and no cell is a formula', () => {
  const [head, row] = formatBrief(makeBrief(makeEntry('=SUM(A1)')), 'csv').split('\r\n');
  expect(head).toBe('page,name,mentions,fact,statement,certainty,quality,as_of,sources');
  expect(row).toContain(`,'=SUM(A1),1,f1,"'=SUM(A1) [grew], ""fast"".",reported,ok,2018-05,`);
});

test('as JSON: what was there', () => {
  const brief = makeBrief(makeEntry('Acme'));
  expect(JSON.parse(formatBrief(brief, 'json'))).toEqual(brief);
});
