import type { Span } from '../matching/verify-candidate.ts';
import { isFunctionWord } from '../text/function-words.ts';

const INDEFINITE_BEFORE = /(?<!\p{L})(?:a|an|another|one more)[ \u00a0]$/iu;
const WORD_AFTER = /^[\s\p{Pd}]+(\p{L}[\p{L}\p{M}'’-]*)/u;

/** Whether something else than the place is meant: one of several, or a work called by its name. */
export const isNoPlace = (text: string, span: Span): boolean => isCountedPlace(text, span) || isQuoted(text, span);

/** A name that is all there is between quotation marks is a title, or spoken of as a word: "Silicon Valley", the comedy. */
const isQuoted = (text: string, { start, end }: Span): boolean =>
  /["“„«]$/u.test(text.slice(0, start)) && /^[,.]?["”“»]/u.test(text.slice(end, end + 2));

/**
 * Whether a place stands as something there can be several of: "he threw a Shanghai", "a Shanghai on the eighteens". In "a
 * Shanghai court" it says where the court is.
 */
export function isCountedPlace(text: string, { start, end }: Span): boolean {
  if (!INDEFINITE_BEFORE.test(text.slice(Math.max(0, start - 12), start))) return false;
  const next = WORD_AFTER.exec(text.slice(end, end + 40))?.[1];
  return next === undefined || isFunctionWord(next);
}
