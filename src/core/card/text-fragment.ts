/** Longer passages are given by their first and last words. */
const MAX_WHOLE = 120;
const WORDS_AT_END = 5;

/**
 * An address that opens at the quoted passage (URL Fragment Text Directives, WICG). Browsers that do not know it open the
 * page at its top. An address that has a fragment of its own keeps it.
 */
export function linkToPassage(url: string, quote: string): string {
  if (url.includes('#')) return url;
  const words = quote.trim().split(/\s+/);
  if (quote.length <= MAX_WHOLE || words.length < 3 * WORDS_AT_END) return `${url}#:~:text=${encode(words)}`;
  return `${url}#:~:text=${encode(words.slice(0, WORDS_AT_END))},${encode(words.slice(-WORDS_AT_END))}`;
}

/** Hyphens, commas and ampersands have a meaning in the directive, and `encodeURIComponent` leaves the first alone. */
const encode = (words: readonly string[]): string => encodeURIComponent(words.join(' ')).replaceAll('-', '%2D');
