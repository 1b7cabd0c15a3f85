import type { AsOf } from '../model/fact.ts';

/** How the date of a fact stands to that of the article being read. Null where one of them is not known well enough. */
export type Age = { readonly relation: 'newer' } | { readonly relation: 'older'; readonly years: number } | null;

/**
 * Compares only what both dates say: a fact of "2018" is neither newer nor older than an article of May 2018. Ages are whole
 * years; less than one is not worth a word.
 */
export function compareWithArticle(asOf: AsOf, articleDate: string | null): Age {
  if (articleDate === null || asOf.basis === 'unknown') return null;
  // Of a stretch of time its end counts; decades and open ends are too vague to compare.
  const date = asOf.date.split('/').at(-1) ?? '';
  if (!/^\d{4}(?:-\d\d){0,2}$/.test(date)) return null;
  const precision = Math.min(date.length, articleDate.length);
  const [fact, article] = [date.slice(0, precision), articleDate.slice(0, precision)];
  if (fact > article) return { relation: 'newer' };
  const years = wholeYearsBetween(fact, article);
  return years >= 1 ? { relation: 'older', years } : null;
}

function wholeYearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(4) < from.slice(4) ? years - 1 : years;
}
