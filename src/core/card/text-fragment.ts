/** Longer passages are given by their first and last words. */
const MAX_WHOLE = 120;
const WORDS_AT_END = 5;

/** The words around a quote, by which it is told from the same words elsewhere on the page; empty where there are none. */
export type Surroundings = { readonly prefix?: string | undefined; readonly suffix?: string | undefined };

/**
 * An address that opens at the quoted passage (URL Fragment Text Directives, WICG). Browsers that do not know it open the
 * page at its top. An address that has a fragment of its own keeps it.
 */
export function linkToPassage(url: string, quote: string, { prefix = '', suffix = '' }: Surroundings = {}): string {
  if (url.includes('#')) return url;
  const words = wordsOf(quote);
  const isWhole = quote.length <= MAX_WHOLE || words.length < 3 * WORDS_AT_END;
  const terms = [
    ...(prefix.trim() === '' ? [] : [`${encode(wordsOf(prefix))}-`]),
    ...(isWhole ? [encode(words)] : [encode(words.slice(0, WORDS_AT_END)), encode(words.slice(-WORDS_AT_END))]),
    ...(suffix.trim() === '' ? [] : [`-${encode(wordsOf(suffix))}`]),
  ];
  return `${url}#:~:text=${terms.join(',')}`;
}

const wordsOf = (text: string): string[] => text.trim().split(/\s+/);

/** Hyphens, commas and ampersands have a meaning in the directive, and `encodeURIComponent` leaves the first alone. */
const encode = (words: readonly string[]): string => encodeURIComponent(words.join(' ')).replaceAll('-', '%2D');
