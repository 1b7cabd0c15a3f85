import { LIMITS } from '../model/limits.ts';
import { readPageDate } from '../text/page-date.ts';
import type { Clip } from './clip.ts';
import { mergePageFacts } from './page-facts.ts';
import { readJsonLd } from './read-json-ld.ts';
import { readMetas } from './read-metas.ts';
import type { SourceFields } from './source-fields.ts';
import { tidyText } from './tidy-text.ts';
import { hostOf, tidyUrl } from './tidy-url.ts';

const MAX_AUTHOR = 120;
const MAX_AUTHORS = 20;

/**
 * The source that a page is, as far as the page says: from its linked data, its meta tags, its elements, in this order. `today` is
 * `YYYY-MM-DD`. Nothing of it is checked; the user sees it and may change all of it.
 */
export function describeSource(clip: Clip, today: string): SourceFields {
  const facts = mergePageFacts([
    readJsonLd(clip.jsonLd),
    readMetas(clip.metas),
    ...(clip.bylines.length === 0 ? [] : [{ authors: clip.bylines }]),
  ]);
  const short = (text = ''): string => tidyText(text, LIMITS.shortTextLength);
  const published = facts.published ?? clip.times.map(readPageDate).find((date) => date !== null) ?? '';
  const site = short(facts.site);
  const publisher = short(facts.publisher);
  return {
    type: facts.kind ?? 'webpage',
    title: short(facts.title) || short(clip.title) || hostOf(clip.url),
    authors: [...new Set((facts.authors ?? []).map(tidyAuthor).filter((author) => author !== ''))]
      .slice(0, MAX_AUTHORS)
      .join('\n'),
    issued: published,
    accessed: today,
    site: site || publisher || hostOf(clip.url),
    publisher: publisher === site || site === '' ? '' : publisher,
    url: tidyUrl(clip.url, clip.canonical) ?? '',
    doi: short(facts.doi),
    language: tidyLanguage(clip.language) || tidyLanguage(facts.language ?? ''),
  };
}

/** Bylines begin with "By", and end with what somebody does. */
const tidyAuthor = (text: string): string => tidyText(text, MAX_AUTHOR).replace(/^(?:by|von|par|por)\s+/i, '');

/** A language tag as the format has it; Open Graph writes `en_GB`. */
function tidyLanguage(text: string): string {
  const tag = text.trim().replaceAll('_', '-');
  return /^[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8})*$/.test(tag) ? tag : '';
}
