import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { describeSource } from '../../../src/core/capture/describe-source.ts';
import { sourceFieldsSchema } from '../../../src/core/capture/source-fields.ts';
import { makeClip } from './make-clip.ts';

const TODAY = '2026-11-23';
const describePage = (fields: Parameters<typeof makeClip>[0]) => describeSource(makeClip(fields), TODAY);
const linkedData = (...nodes: readonly unknown[]): { jsonLd: string[] } => ({
  jsonLd: nodes.map((node) => JSON.stringify(node)),
});

describe('linked data', () => {
  test('of a news article', () => {
    const article = {
      '@context': 'https://schema.org',
      '@type': 'NewsArticle',
      headline: 'Acme  opens a\nlab',
      author: [{ '@type': 'Person', name: 'By Jane Doe' }, 'John Roe', { name: 'Jane Doe' }],
      datePublished: '2026-03-05T08:00:00Z',
      publisher: { '@type': 'Organization', name: 'The Daily' },
      inLanguage: 'en_GB',
    };
    expect(describePage(linkedData(article))).toEqual({
      type: 'article-newspaper',
      title: 'Acme opens a lab',
      authors: 'Jane Doe\nJohn Roe',
      issued: '2026-03-05',
      accessed: TODAY,
      site: 'The Daily',
      publisher: '',
      url: 'https://example.org/a',
      doi: '',
      language: 'en-GB',
    });
  });

  test.each([
    [
      'in a graph, with people elsewhere in it',
      {
        '@graph': [
          { '@id': '#p', name: 'Jane Doe' },
          { '@type': ['Article', 'Thing'], headline: 'H', author: { '@id': '#p' } },
        ],
      },
    ],
    [
      'in a list',
      [
        { '@type': 'WebSite', name: 'Site' },
        { '@type': 'https://schema.org/BlogPosting', headline: 'H', author: 'Jane Doe' },
      ],
    ],
    [
      'as what a page is about',
      { '@type': 'WebPage', name: 'Page', mainEntity: { '@type': 'Report', name: 'H', creator: { name: 'Jane Doe' } } },
    ],
  ])('%s', (_title, data) => {
    expect(describePage(linkedData(data))).toMatchObject({ title: 'H', authors: 'Jane Doe' });
  });

  test('that is no article, or no JSON, is passed over', () => {
    const jsonLd = [
      '{"@type":"NewsArticle",',
      'null',
      '[]',
      '"x"',
      JSON.stringify({ '@type': 'Recipe', name: 'Soup' }),
    ];
    expect(describePage({ jsonLd, title: 'The title' })).toMatchObject({
      title: 'The title',
      type: 'webpage',
      authors: '',
    });
  });

  test('goes before meta tags, which go before elements', () => {
    const metas: [string, string][] = [
      ['og:title', 'Meta'],
      ['author', 'Meta Author'],
    ];
    const page = { ...linkedData({ '@type': 'Article', headline: 'Data' }), metas, bylines: ['By Element'] };
    expect(describePage(page)).toMatchObject({ title: 'Data', authors: 'Meta Author' });
    expect(describePage({ bylines: ['von Erika Muster'] })).toMatchObject({ authors: 'Erika Muster' });
  });
});

describe('meta tags', () => {
  test('of a journal', () => {
    const metas: [string, string][] = [
      ['citation_title', 'On anvils'],
      ['citation_author', 'Doe, Jane'],
      ['citation_author', 'Roe, John'],
      ['citation_journal_title', 'Anvil Studies'],
      ['citation_publication_date', '2024/3/5'],
      ['citation_doi', 'https://doi.org/10.1000/xyz.1'],
      ['citation_publisher', 'Forge Press'],
    ];
    expect(describePage({ metas })).toMatchObject({
      ...{ type: 'article-journal', title: 'On anvils', authors: 'Doe, Jane\nRoe, John', issued: '2024-03-05' },
      ...{ site: 'Anvil Studies', publisher: 'Forge Press', doi: '10.1000/xyz.1' },
    });
  });

  test.each([
    ['article:published_time', '2025-01-02T03:04', '2025-01-02'],
    ['dc.date', '2025-01', '2025-01'],
    ['date', 'yesterday', ''],
    ['datepublished', '2025-13-40', ''],
  ])('%s: %s', (name, content, issued) => {
    expect(describePage({ metas: [[name, content]] }).issued).toBe(issued);
  });

  test('an address is no author', () => {
    expect(describePage({ metas: [['article:author', 'https://example.org/jane']] }).authors).toBe('');
  });
});

describe('what the page shows', () => {
  test('the first time element that is a date', () => {
    expect(describePage({ times: ['PT2H', '2026-02-03T10:00'] }).issued).toBe('2026-02-03');
  });

  test('its title and its site, where nothing says more', () => {
    expect(describePage({ title: '', url: 'https://www.example.org/a' })).toMatchObject({
      title: 'example.org',
      site: 'example.org',
    });
  });
});

describe('REGRESSION', () => {
  test('a huge title is cut between words, and never inside a character', () => {
    expect(describePage({ title: 'word '.repeat(200) }).title.length).toBeLessThanOrEqual(300);
    expect(describePage({ title: '😀'.repeat(400) }).title.isWellFormed()).toBe(true);
  });

  test('marks that turn the direction of text, and controls, are taken out', () => {
    expect(describePage({ title: 'A\u202Eevil\u0000\u0007 page\u200B' }).title).toBe('Aevil page');
  });

  test('linked data that nests beyond reason is not parsed', () => {
    expect(describePage({ jsonLd: ['['.repeat(100_000)], title: 'T' }).title).toBe('T');
  });

  test('names of prototypes are no types', () => {
    expect(describePage(linkedData({ '@type': 'constructor', headline: 'X' })).title).toBe('A page');
    expect(describePage(linkedData({ '@type': '__proto__', headline: 'X' })).title).toBe('A page');
  });

  test('linked data that points at itself ends', () => {
    const nodes = Array.from({ length: 5000 }, () => ({ '@type': 'Thing', mainEntity: { '@id': '#x' } }));
    expect(describePage(linkedData(nodes)).title).toBe('A page');
  });
});

test('whatever a page says, it gives fields that the form takes', () => {
  const wild = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('NewsArticle', '2026-01-01', 'Jane'));
  const json = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      wild,
      fc.integer(),
      fc.constant(null),
      fc.array(tie('node'), { maxLength: 4 }),
      tie('object'),
    ),
    object: fc.dictionary(
      fc.constantFrom(
        '@type',
        '@graph',
        '@id',
        'author',
        'name',
        'headline',
        'publisher',
        'datePublished',
        'isPartOf',
        'inLanguage',
      ),
      tie('node'),
    ),
  })).node;
  const names = fc.constantFrom(
    'author',
    'og:title',
    'date',
    'citation_doi',
    'citation_author',
    'og:locale',
    'dc.publisher',
  );
  fc.assert(
    fc.property(
      fc.record({
        selection: wild,
        before: wild,
        after: wild,
        title: wild,
        url: fc.oneof(fc.webUrl(), wild),
        canonical: wild,
        language: wild,
        metas: fc.array(fc.tuple(names, wild), { maxLength: 6 }),
        jsonLd: fc.array(
          fc.oneof(
            json.map((value) => JSON.stringify(value) ?? ''),
            wild,
          ),
          { maxLength: 3 },
        ),
        times: fc.array(wild, { maxLength: 3 }),
        bylines: fc.array(wild, { maxLength: 3 }),
      }),
      (fields) => {
        expect(v.is(sourceFieldsSchema, describePage(fields))).toBe(true);
      },
    ),
  );
});
