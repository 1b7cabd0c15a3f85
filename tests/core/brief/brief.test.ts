import { expect, test } from 'vitest';
import { filterEntries, sortEntries, type Brief, type BriefEntry } from '../../../src/core/brief/brief.ts';
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
  const facts = card.claims.flatMap((claim) => claim.facts);
  return { entity: card.entity, pack: 'Demo', count: 1, facts, factCount: 1, disagreements: 0, newer: 0, ...fields };
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
