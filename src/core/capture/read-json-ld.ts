import { isTooDeep } from '../packs/json-depth.ts';
import { readPageDate } from '../text/page-date.ts';
import type { PageFacts, PageKind } from './page-facts.ts';

/** Types of schema.org that are a text somebody published, and what CSL calls them. */
const KINDS: Readonly<Record<string, PageKind>> = {
  NewsArticle: 'article-newspaper',
  ReportageNewsArticle: 'article-newspaper',
  AnalysisNewsArticle: 'article-newspaper',
  OpinionNewsArticle: 'article-newspaper',
  BackgroundNewsArticle: 'article-newspaper',
  ReviewNewsArticle: 'article-newspaper',
  LiveBlogPosting: 'article-newspaper',
  ScholarlyArticle: 'article-journal',
  MedicalScholarlyArticle: 'article-journal',
  BlogPosting: 'post-weblog',
  SocialMediaPosting: 'post',
  DiscussionForumPosting: 'post',
  Report: 'report',
  TechArticle: 'report',
  Article: 'webpage',
  WebPage: 'webpage',
};
/** A node of this type describes the page only if nothing better does. */
const VAGUE = new Set(['WebPage']);
/** Nodes looked at in one page's linked data. */
const MAX_NODES = 2000;
const MAX_AUTHORS = 20;

type Node = Readonly<Record<string, unknown>>;

/** What linked data (JSON-LD, the vocabulary of schema.org) says of the article of a page. Whatever is unsound is passed over. */
export function readJsonLd(blocks: readonly string[]): PageFacts {
  const nodes = blocks.flatMap(parseBlock).flatMap((value) => listNodes(value));
  const described = nodes.filter((node) => kindOf(node) !== undefined);
  const article = described.find((node) => !typesOf(node).some((type) => VAGUE.has(type))) ?? described[0];
  if (article === undefined) return {};
  const byId = new Map(nodes.map((node) => [node['@id'], node]));
  // Many sites describe people and publishers once and point at them.
  const follow = (value: unknown): unknown =>
    isNode(value) && value['name'] === undefined ? (byId.get(value['@id']) ?? value) : value;
  const title = textOf(article['headline']) ?? textOf(article['name']);
  const authors = listOf(article['author'] ?? article['creator'])
    .slice(0, MAX_AUTHORS)
    .flatMap((author) => nameOf(follow(author)) ?? []);
  const published = readPageDate(textOf(article['datePublished']) ?? textOf(article['dateCreated']));
  const [publisher] = listOf(article['publisher']).flatMap((each) => nameOf(follow(each)) ?? []);
  const [whole] = listOf(article['isPartOf']).flatMap((each) => nameOf(follow(each)) ?? []);
  const [language] = listOf(article['inLanguage']).flatMap((each) => textOf(each) ?? []);
  const kind = kindOf(article);
  return {
    ...(title === undefined ? {} : { title }),
    ...(authors.length === 0 ? {} : { authors }),
    ...(published === null ? {} : { published }),
    ...(whole === undefined ? {} : { site: whole }),
    ...(publisher === undefined ? {} : { publisher }),
    ...(language === undefined ? {} : { language }),
    ...(kind === undefined ? {} : { kind }),
  };
}

function parseBlock(text: string): unknown[] {
  if (isTooDeep(text)) return [];
  try {
    return [JSON.parse(text)];
  } catch {
    return [];
  }
}

/** The nodes of a block: itself, those of its list or graph, and what the page is mainly about. Breadth first, bounded. */
function listNodes(value: unknown): Node[] {
  const found: Node[] = [];
  const waiting: unknown[] = [value];
  for (let at = 0; at < waiting.length && at < MAX_NODES; at++) {
    const next = waiting[at];
    if (Array.isArray(next)) waiting.push(...next.slice(0, MAX_NODES));
    else if (isNode(next)) {
      found.push(next);
      for (const name of ['@graph', 'mainEntity', 'mainEntityOfPage']) if (name in next) waiting.push(next[name]);
    }
  }
  return found;
}

const typesOf = (node: Node): string[] =>
  listOf(node['@type']).flatMap((type) =>
    typeof type === 'string' ? [type.replace(/^https?:\/\/schema\.org\//, '')] : [],
  );
const kindOf = (node: Node): PageKind | undefined =>
  typesOf(node).flatMap((type) => (Object.hasOwn(KINDS, type) ? [KINDS[type]] : []))[0];

const nameOf = (value: unknown): string | undefined =>
  textOf(value) ?? (isNode(value) ? textOf(value['name']) : undefined);
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value : undefined;
const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined ? [] : [value];
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);
