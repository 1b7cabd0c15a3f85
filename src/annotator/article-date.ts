import { readPageDate } from '../core/text/page-date.ts';

/** Where pages say when they were published, surest first. */
const META = [
  'meta[property="article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="citation_publication_date"]',
  'meta[name="parsely-pub-date"]',
  'meta[name="dc.date.issued" i]',
  'meta[name="dc.date" i]',
  'meta[name="pubdate" i]',
  'meta[name="publish-date" i]',
  'meta[name="date" i]',
].join(', ');
const TIMES = 'article time[datetime], main time[datetime], time[pubdate], [itemprop="datePublished"][datetime]';
/** Longer scripts hold data of another kind. */
const MAX_SCRIPT_LENGTH = 200_000;

/**
 * The day an article says it was published, as `YYYY-MM-DD` (or less of it); null if it does not say. Taken from the page's
 * data for search engines, its meta tags, or its first `<time>`. The page may lie: nothing but a hint depends on it.
 */
export function readArticleDate(document: Document): string | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const text = script.textContent ?? '';
    if (text.length > MAX_SCRIPT_LENGTH) continue;
    const date = readPageDate(/"datePublished"\s*:\s*"([^"]{4,40})"/.exec(text)?.[1]);
    if (date !== null) return date;
  }
  for (const meta of document.querySelectorAll(META)) {
    const date = readPageDate(meta.getAttribute('content'));
    if (date !== null) return date;
  }
  return readPageDate(document.querySelector(TIMES)?.getAttribute('datetime'));
}
