import type { Span } from '../matching/verify-candidate.ts';

/** An abbreviation that the text itself introduces: "Cyberspace Administration of China (CAC)". */
export type Definition = { readonly longForm: Span; readonly shortForm: Span };

const MAX_SHORT_LENGTH = 10;
/** No long form is longer; a page without full stops must not be searched to its beginning for every bracket. */
const MAX_REACH = 300;

/**
 * The long form of an abbreviation, after A. S. Schwartz and M. A. Hearst, "A simple algorithm for identifying abbreviation
 * definitions in biomedical text" (PSB 2003), in both orders: "long form (SF)" and "SF (long form)". Going back from the end of
 * the long form, every letter of the short form must be met in order, the first of them at the beginning of a word, within
 * min(|A| + 5, 2|A|) words.
 *
 * Null where neither stands in brackets beside the other. Offsets are UTF-16 code units.
 */
export function findDefinition(text: string, shortForm: Span): Definition | null {
  const short = text.slice(shortForm.start, shortForm.end);
  if (short.length < 2 || short.length > MAX_SHORT_LENGTH) return null;
  return findLongFormBefore(text, short, shortForm) ?? findLongFormAfter(text, short, shortForm);
}

function findLongFormBefore(text: string, short: string, shortForm: Span): Definition | null {
  if (
    !/[([（]\s*["“]?$/.test(text.slice(Math.max(0, shortForm.start - 4), shortForm.start)) ||
    !/^["”]?\s*[)\],;）]/.test(text.slice(shortForm.end, shortForm.end + 4))
  )
    return null;
  const origin = Math.max(0, shortForm.start - MAX_REACH);
  return explain(origin, text.slice(origin, shortForm.start).replace(/\s*[([（]\s*["“]?$/, ''), short, shortForm);
}

function findLongFormAfter(text: string, short: string, shortForm: Span): Definition | null {
  const after = text.slice(shortForm.end, shortForm.end + MAX_REACH);
  const bracket = /^["”]?\s*[([（]\s*["“]?([^()[\]（）]+)/.exec(after);
  const inside = bracket?.[1];
  if (bracket === null || inside === undefined) return null;
  const long = inside.split(/[,;]/)[0]?.replace(/["”]?\s*$/, '') ?? '';
  const found = explain(shortForm.end + bracket[0].length - inside.length, long, short, shortForm);
  // In this order the bracket begins with the long form.
  return found !== null &&
    /^(?:the\s+)?$/i.test(inside.slice(0, inside.indexOf(text.slice(found.longForm.start, found.longForm.end))))
    ? found
    : null;
}

/** The definition if the end of `before`, which stands at `origin` of the text, explains the short form. */
function explain(origin: number, before: string, short: string, shortForm: Span): Definition | null {
  const start = matchBackwards(before, short);
  if (start === null || countWords(before.slice(start)) > Math.min(short.length + 5, short.length * 2)) return null;
  // A "long" form no longer than the short one is a repetition.
  return before.length - start > short.length
    ? { longForm: { start: origin + start, end: origin + before.length }, shortForm }
    : null;
}

/** Where the long form begins; null if the letters of the short form are not all there, in order. */
function matchBackwards(before: string, short: string): number | null {
  let at = before.length - 1;
  for (let position = short.length - 1; position >= 0; position--) {
    const letter = (short[position] ?? '').toLowerCase();
    if (!isLetter(letter)) continue;
    const isPlace = (index: number): boolean =>
      before[index]?.toLowerCase() === letter && (position > 0 || !isLetter(before[index - 1] ?? ''));
    while (at >= 0 && !isPlace(at)) {
      if (/[.!?\n]/.test(before[at] ?? '') && /\s/.test(before[at + 1] ?? '')) return null;
      at--;
    }
    if (at < 0) return null;
    at--;
  }
  return at + 1;
}

const isLetter = (character: string): boolean => /^[\p{L}\p{N}]$/u.test(character);

const countWords = (text: string): number => text.split(/[\s-]+/).filter((word) => word !== '').length;
