import { readPageDate } from '../text/page-date.ts';
import type { PageFacts } from './page-facts.ts';

type Metas = readonly (readonly [name: string, content: string])[];

/**
 * Where pages say what they are, surest first: the tags of Google Scholar (Highwire), Open Graph, Dublin Core, microdata, and
 * what publishing systems write besides.
 */
const PLACES = {
  title: ['citation_title', 'og:title', 'dc.title', 'dcterms.title', 'parsely-title', 'twitter:title'],
  published: [
    'article:published_time',
    'datepublished',
    'citation_publication_date',
    'citation_date',
    'citation_online_date',
    'parsely-pub-date',
    'dc.date.issued',
    'dcterms.issued',
    'dc.date',
    'dcterms.date',
    'pubdate',
    'publish-date',
    'date',
  ],
  authors: ['citation_author', 'article:author', 'author', 'parsely-author', 'dc.creator', 'dcterms.creator', 'byl'],
  site: ['citation_journal_title', 'og:site_name', 'application-name'],
  publisher: ['citation_publisher', 'dc.publisher', 'dcterms.publisher'],
  language: ['citation_language', 'dc.language', 'dcterms.language', 'og:locale'],
  doi: ['citation_doi', 'dc.identifier', 'prism.doi'],
} as const;

/** What the meta tags of a page say. Of authors there may be several under one name. */
export function readMetas(metas: Metas): PageFacts {
  const all = (names: readonly string[]): string[] => {
    for (const name of names) {
      const found = metas.filter(([given, content]) => given === name && content.trim() !== '');
      if (found.length > 0) return found.map(([, content]) => content);
    }
    return [];
  };
  const first = (names: readonly string[]): string | undefined => all(names)[0];
  const authors = PLACES.authors.map((name) => all([name]).filter(isName)).find((names) => names.length > 0) ?? [];
  const published = PLACES.published
    .flatMap((name) => all([name]))
    .map(readPageDate)
    .find((date) => date !== null);
  const doi = PLACES.doi
    .flatMap((name) => all([name]))
    .flatMap((text) => /\b10\.\d{4,9}\/\S+/.exec(text)?.[0] ?? [])[0];
  const isJournal = metas.some(([name]) => name === 'citation_journal_title' || name === 'citation_doi');
  const facts = {
    title: first(PLACES.title),
    site: first(PLACES.site),
    publisher: first(PLACES.publisher),
    language: first(PLACES.language),
    authors: authors.length === 0 ? undefined : authors,
    published,
    doi,
    kind: isJournal ? ('article-journal' as const) : undefined,
  };
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined));
}

/** Some pages give the address of an author's profile. */
const isName = (text: string): boolean => !/^(?:https?:)?\/\//i.test(text.trim());
