import {
  EXPANDS,
  expansionOf,
  FIRST_IDEOGRAPH,
  FIRST_LETTER,
  foldUnit,
  IGNORED,
  isIdeographic,
  SEPARATOR,
} from '../text/fold.ts';

/**
 * The hash of a token is FNV-1a over its folded units with a larger odd multiplier (the golden ratio of 2^32), whose
 * products fill the high bits by which the index is sorted.
 */
export const HASH_SEED = 0x811c9dc5 | 0;
export const HASH_MULTIPLIER = 0x9e3779b1 | 0;

/** The inverse of the multiplier modulo 2^32: a rolling hash can be rolled back. */
const INVERSE_MULTIPLIER = 0x0e8b2f51;

/**
 * The hash of a token without its last letter, if that is an `s`: "Huaweis" is looked up as "Huawei" too, in the tab and
 * from page keys alike. Of another token it is the hash of nothing.
 */
export const hashWithoutS = (hash: number): number => Math.imul(hash, INVERSE_MULTIPLIER) ^ 0x73;

/** Marks other than spaces that may stand between two words of one name, as in "Co., Ltd." */
const MAX_GAP_MARKS = 3;

/** One token: a word, or one character of a script without spaces. A reused cursor, so that scanning allocates nothing. */
export type TokenCursor = {
  /** Offsets in UTF-16 code units, end exclusive. */
  start: number;
  end: number;
  hash: number;
  ideographic: boolean;
};

export const newTokenCursor = (): TokenCursor => ({ start: 0, end: 0, hash: 0, ideographic: false });

/** Moves the cursor to the first token at or after `from`; false where the text has no more tokens. */
export function readToken(text: string, from: number, cursor: TokenCursor): boolean {
  const length = text.length;
  let index = from;
  let folded = SEPARATOR;
  while (index < length && (folded = foldUnit(text.charCodeAt(index))) < EXPANDS) index++;
  if (index >= length) return false;
  cursor.start = index;
  cursor.ideographic = folded >= FIRST_IDEOGRAPH && isIdeographic(folded);
  if (cursor.ideographic) {
    cursor.hash = hashIdeograph(folded);
    cursor.end = index + 1;
    return true;
  }
  let hash = HASH_SEED;
  let end = index;
  for (; index < length; index++) {
    folded = foldUnit(text.charCodeAt(index));
    if (folded >= FIRST_LETTER && (folded < FIRST_IDEOGRAPH || !isIdeographic(folded))) {
      hash = Math.imul(hash ^ folded, HASH_MULTIPLIER);
      end = index + 1;
    } else if (folded === EXPANDS) {
      hash = hashExpansion(hash, text.charCodeAt(index));
      end = index + 1;
    } else if (folded !== IGNORED) break;
  }
  cursor.hash = hash;
  cursor.end = end;
  return true;
}

/** The hash of a token of one character, from its fold. */
export const hashIdeograph = (folded: number): number => Math.imul(HASH_SEED ^ folded, HASH_MULTIPLIER);

/** The unified Han characters, which fold to themselves. */
export const isHan = (unit: number): boolean => unit >= 0x4e00 && unit < 0xa000;

export function hashExpansion(hash: number, unit: number): number {
  const letters = expansionOf(unit);
  let mixed = hash;
  for (let index = 0; index < letters.length; index++) {
    mixed = Math.imul(mixed ^ letters.charCodeAt(index), HASH_MULTIPLIER);
  }
  return mixed;
}

/**
 * Whether tokens ending at `end` and starting at `start` may belong to one name. Two ideographs must touch, but Korean parts
 * its words by spaces, and not always the same ones.
 */
export function mayJoin(text: string, end: number, start: number, bothIdeographic: boolean): boolean {
  // What stands between nearly all tokens: nothing, or one space.
  if (start === end) return true;
  if (start === end + 1 && !bothIdeographic && text.charCodeAt(end) === 0x20) return true;
  let marks = 0;
  for (let index = end; index < start; index++) {
    const unit = text.charCodeAt(index);
    if (foldUnit(unit) === IGNORED) continue;
    if (bothIdeographic && !isMiddleDot(unit) && !(isSpace(unit) && isHangul(text.charCodeAt(start)))) return false;
    if (!isSpace(unit) && ++marks > MAX_GAP_MARKS) return false;
  }
  return true;
}

/** The dots that part the words of a foreign name in Chinese and Japanese. */
const isMiddleDot = (unit: number): boolean => unit === 0xb7 || unit === 0x30fb || unit === 0x2027 || unit === 0x2022;

/** A Hangul syllable. */
export const isHangul = (unit: number): boolean => unit >= 0xac00 && unit < 0xd7a4;

/** White space, including the non-breaking, narrow and ideographic kinds. */
export const isSpace = (unit: number): boolean =>
  unit <= 0x20 ||
  unit === 0xa0 ||
  unit === 0x3000 ||
  unit === 0x202f ||
  unit === 0x205f ||
  unit === 0x1680 ||
  (unit >= 0x2000 && unit <= 0x200a);
