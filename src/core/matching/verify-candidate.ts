import { foldUnit, IGNORED, isIdeographic } from '../text/fold.ts';
import { normalizeText } from '../text/normalize.ts';
import { isHangul, isSpace, newTokenCursor, readToken } from './tokens.ts';

/** A span of text: UTF-16 code units, end exclusive. */
export type Span = { readonly start: number; readonly end: number };

/** An alias taken apart once, to be compared with many candidates. */
export type AliasSpelling = {
  readonly text: string;
  readonly folded: string;
  /** Symbols before the first and after the last word that belong to the name, such as the "++" of "Face++". */
  readonly lead: string;
  readonly trail: string;
  /** Every mark between two words of the alias; a text may leave marks out, but not put in others. */
  readonly marks: string;
};

const QUOTES = /["'“”‘’«»()[\]]/g;
const KATAKANA_START = 0x30a1;
const KATAKANA_END = 0x30fe;

export function spellAlias(text: string): AliasSpelling {
  const cursor = newTokenCursor();
  let first = -1;
  let last = 0;
  let marks = '';
  for (let from = 0; readToken(text, from, cursor); from = cursor.end) {
    if (first < 0) first = cursor.start;
    else marks += marksIn(text, last, cursor.start);
    last = cursor.end;
  }
  const lead = text.slice(0, Math.max(first, 0)).replace(QUOTES, '').trim();
  const trail = text.slice(last).replace(QUOTES, '').trim();
  return { text, folded: joinScripts(normalizeText(text).folded), lead, trail, marks };
}

/**
 * Compares a candidate with the real alias: the words, the marks between them, and the symbols around. Returns the span
 * the alias covers (with its trailing symbols), or null where the fingerprint was a coincidence or the text only looks
 * alike ("Wei. Chen" is not "Wei Chen").
 */
export function verifyCandidate(text: string, candidate: Span, alias: AliasSpelling): Span | null {
  const { start, end } = candidate;
  if (joinScripts(normalizeText(text.slice(start, end)).folded) !== alias.folded) return null;
  for (const mark of marksBetweenWords(text, start, end)) if (!alias.marks.includes(mark)) return null;
  if (cutsWordOfOneScript(text, start, end)) return null;
  if (alias.lead !== '' && !text.slice(0, start).endsWith(alias.lead)) return null;
  if (alias.trail === '' && endsInLegalForm(alias.text) && isAbbreviationDot(text, end)) return { start, end: end + 1 };
  if (text.startsWith(alias.trail, end)) return { start: start - alias.lead.length, end: end + alias.trail.length };
  return alias.trail === '.' ? { start, end } : null;
}

const endsInLegalForm = (alias: string): boolean => /\s(?:Ltd|Inc|Co|Corp)$/u.test(alias);

/** A full stop belongs to the abbreviation where the sentence goes on. */
const isAbbreviationDot = (text: string, at: number): boolean => /^\.(?:[,;:)]| \p{Ll})/u.test(text.slice(at, at + 3));

/** In shorter Korean names a space makes another word of it: "친구 글" is not 구글. */
const MIN_LOOSE_HANGUL = 4;

/**
 * Writers of Chinese and Japanese put a space between their script and a Latin word, or not; writers of Korean put one
 * between the parts of a long name, or not. None of it makes another name.
 */
function joinScripts(folded: string): string {
  const isLoose = folded.replaceAll(' ', '').length >= MIN_LOOSE_HANGUL;
  return folded.replace(/ /g, (space, at: number) => {
    const [before, after] = [folded.charCodeAt(at - 1), folded.charCodeAt(at + 1)];
    if (isHangul(before) && isHangul(after)) return isLoose ? '' : space;
    return isIdeographic(before) === isIdeographic(after) ? space : '';
  });
}

function marksBetweenWords(text: string, start: number, end: number): string {
  const cursor = newTokenCursor();
  const covered = text.slice(start, end);
  let marks = '';
  let last = -1;
  for (let from = 0; readToken(covered, from, cursor); from = cursor.end) {
    if (last >= 0) marks += marksIn(covered, last, cursor.start);
    last = cursor.end;
  }
  return marks;
}

/** The marks of a gap. A hyphen that touches both words counts like a space, since writers hyphenate names at will. */
function marksIn(text: string, from: number, to: number): string {
  let marks = '';
  let spaced = false;
  for (let index = from; index < to; index++) {
    const unit = text.charCodeAt(index);
    if (isSpace(unit)) spaced = true;
    else if (foldUnit(unit) !== IGNORED) marks += plainMark(text[index] ?? '');
  }
  return marks === '-' && !spaced ? '' : marks;
}

/** Curly quotes as straight ones, every hyphen and en dash as a hyphen. */
function plainMark(mark: string): string {
  if ('’‘ʼ`´＇'.includes(mark)) return "'";
  if ('‐‑‒–−﹣－'.includes(mark)) return '-';
  if (mark === '．') return '.';
  return mark === '＆' ? '&' : mark;
}

/** Katakana words are written without spaces but are words: a name must not begin or end inside one. */
function cutsWordOfOneScript(text: string, start: number, end: number): boolean {
  return (
    (isKatakana(text.charCodeAt(start)) && isKatakana(text.charCodeAt(start - 1))) ||
    (isKatakana(text.charCodeAt(end - 1)) && isKatakana(text.charCodeAt(end)))
  );
}

const isKatakana = (unit: number): boolean =>
  unit >= KATAKANA_START && unit <= KATAKANA_END && unit !== 0x30fb && isIdeographic(unit);
