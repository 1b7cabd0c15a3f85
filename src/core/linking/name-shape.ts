import { isIdeographic, foldUnit } from '../text/fold.ts';
import type { Alias } from '../model/entity.ts';
import type { Evidence } from '../model/mention.ts';

/** Abbreviations up to this length share their letters with other bodies, words and tickers all the time. */
const MAX_ABBREVIATION_LENGTH = 5;
const ABBREVIATION = new RegExp(String.raw`^\p{Lu}[\p{Lu}\p{N}&.]{1,${MAX_ABBREVIATION_LENGTH - 1}}$`, 'u');

const isOneWord = (text: string): boolean => !/[\s\u00a0]/.test(text);

const isIdeographicName = (text: string): boolean => isIdeographic(foldUnit(text.charCodeAt(0)));

export const isAbbreviation = (text: string): boolean => ABBREVIATION.test(text);

/** Whether a page may introduce this as the short form of something: capitals and digits, up to ten. */
export const isShortForm = (text: string): boolean => /^\p{Lu}[\p{Lu}\p{N}&.-]{1,9}$/u.test(text);

type Shape = Extract<Evidence, 'full-name' | 'single-word' | 'abbreviation' | 'ideographic' | 'short-ideographic'>;

/** What an alias looks like, before the page is looked at. */
export function shapeOf(alias: Alias): Shape {
  if (isIdeographicName(alias.text)) return alias.text.length > 2 ? 'ideographic' : 'short-ideographic';
  if (!isOneWord(alias.text)) return 'full-name';
  return isAbbreviation(alias.text) ? 'abbreviation' : 'single-word';
}

/**
 * Whether a mention must be judged by its sentence: one word that the author of the pack asked to spell exactly, because
 * it has another reading, one that a lexicon knows as an `ordinary` word, or one that the page spells in lower case although
 * it is a name.
 */
export const isAmbiguous = (alias: Alias, surface: string, ordinary: boolean): boolean =>
  isOneWord(alias.text) &&
  !isIdeographicName(alias.text) &&
  (alias.case === 'exact' || ordinary || differsInCase(alias, surface));

/** Whether a capitalised name stands in lower case, or one that has to be spelled exactly in capitals. */
export const differsInCase = (alias: Alias, surface: string): boolean =>
  (/\p{Lu}/u.test(alias.text) && !/\p{Lu}/u.test(surface)) ||
  (alias.case === 'exact' && /\p{Ll}/u.test(alias.text) && !/\p{Ll}/u.test(surface));

/** Whether a name that is capitalised throughout stands in lower case throughout, in a text that is not. */
export function standsLowAmongCapitals(alias: Alias, surface: string, text: string, start: number): boolean {
  const words = alias.text.match(/\p{L}[\p{L}\p{M}]+/gu) ?? [];
  const isNameLike = words.filter((word) => /^\p{Lu}/u.test(word)).length >= Math.min(2, words.length);
  if (!isNameLike || /\p{Lu}/u.test(surface) || !/\p{Ll}/u.test(surface)) return false;
  const before = text.slice(Math.max(0, start - CAPITALS_REACH), start);
  const opening = /(?:^|[.!?:]["'”’)]*\s+|\n\s*)["'“‘(¿¡]*(\p{L})[^.!?:\n]*$/u.exec(before)?.[1];
  return opening !== undefined && /\p{Lu}/u.test(opening);
}

/** A sentence's beginning is rarely further away. */
const CAPITALS_REACH = 400;

/** Whether the line around `[start, end)` is set in capitals, where case says nothing. */
export function isInAllCapsLine(text: string, start: number, end: number): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const lineEnd = text.indexOf('\n', end);
  const others = `${text.slice(lineStart, start)} ${text.slice(end, lineEnd < 0 ? text.length : lineEnd)}`;
  const upper = others.match(/\p{Lu}/gu)?.length ?? 0;
  const lower = others.match(/\p{Ll}/gu)?.length ?? 0;
  return upper >= 6 && upper > lower * 3;
}
