import { expect, test } from 'vitest';
import { citeMarkdown, citePlain, cslOf } from '../../../src/core/card/cite.ts';
import { viewEntityPage } from '../../../src/core/card/card-view.ts';
import { formatCitation } from '../../../src/citing/format-citation.ts';
import { makeEntity, makeFact } from '../../fixtures/builders.ts';

const [fact] = viewEntityPage({
  pack: { id: 'demo', title: 'Demo', version: 1 },
  entity: makeEntity({ name: 'Acme' }),
  facts: [makeFact({ statement: 'Acme [grew].', references: [{ source: 's1', attributedTo: 's2' }] })],
  sources: [
    { id: 's1', type: 'webpage', title: 'A *page*', URL: 'https://example.org/a', author: [{ family: 'Doe' }] },
    {
      id: 's2',
      type: 'article-newspaper',
      title: 'B',
      'container-title': 'The Paper',
      issued: { 'date-parts': [[2018]] },
    },
  ],
  conflicts: [],
  others: [],
}).claims.flatMap((claim) => claim.facts);
if (fact === undefined) throw new Error('no fact');

test('on one line', () => {
  expect(citePlain(fact)).toBe(
    'Acme [grew]. (reported, as of 2018-05) Doe, A *page*, undated https://example.org/a citing B, The Paper, 2018',
  );
});

test('as Markdown, its signs escaped', () => {
  expect(citeMarkdown(fact)).toBe(
    String.raw`Acme \[grew\]. (reported, as of 2018-05) [Doe, A \*page\*, undated](<https://example.org/a>), citing The Paper`,
  );
});

test('the sources as CSL-JSON and as BibTeX', async () => {
  expect(cslOf(fact).map(({ id }) => id)).toEqual(['s1', 's2']);
  expect(JSON.parse(await formatCitation(fact, 'csl'))).toEqual(cslOf(fact));
  const bibtex = await formatCitation(fact, 'bibtex');
  expect(bibtex).toMatch(
    /@misc\{[\s\S]*url = \{https:\/\/example.org\/a\}[\s\S]*@article\{[\s\S]*journal = \{The Paper\}/,
  );
});
