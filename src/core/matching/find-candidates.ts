import { EXPANDS, FIRST_IDEOGRAPH, FIRST_LETTER, FOLDED, foldUnit, IGNORED, isIdeographic } from '../text/fold.ts';
import { CONTINUES, ENDS_ALIAS, lookUp, mayBeginAlias, type AliasIndex } from './alias-index.ts';
import { FIRST_CHECK, FIRST_KEY, mixCheck, mixKey, toFingerprint, type Fingerprint } from './alias-key.ts';
import {
  HASH_MULTIPLIER,
  HASH_SEED,
  hashExpansion,
  hashWithoutS,
  mayJoin,
  newTokenCursor,
  readToken,
} from './tokens.ts';

/** A stretch of text that may be an alias: offsets in UTF-16 code units, end exclusive. */
export type Candidate = { readonly start: number; readonly end: number; readonly fingerprint: Fingerprint };

const cursor = newTokenCursor();

/**
 * Every stretch of `text` whose folded words are those of an alias, in order of start, then end. Candidates overlap; which
 * of them is meant is decided later, with the real strings at hand.
 *
 * One pass over the code units; the inner loop hashes a token and asks the filter, and leaves for {@link extend} on the
 * few words that begin an alias.
 */
export function findCandidates(index: AliasIndex, text: string): Candidate[] {
  const found: Candidate[] = [];
  const { filter, filterShift } = index;
  // Locals, for an import is looked up at each use: a third of the time of this loop.
  const [table, multiplier, letter, ideograph] = [FOLDED, HASH_MULTIPLIER, FIRST_LETTER, FIRST_IDEOGRAPH];
  const length = text.length;
  let hash = HASH_SEED;
  let start = -1;
  for (let at = 0; at <= length; at++) {
    const unit = at < length ? text.charCodeAt(at) : SPACE;
    let folded = unit < ideograph ? (table[unit] ?? 0) : 0;
    if (folded === 0) folded = foldUnit(unit);
    if (folded >= letter && (folded < ideograph || !isIdeographic(folded))) {
      if (start < 0) {
        start = at;
        hash = HASH_SEED;
      }
      hash = Math.imul(hash ^ folded, multiplier);
      continue;
    }
    if (folded === IGNORED) continue;
    if (folded === EXPANDS) {
      if (start < 0) {
        start = at;
        hash = HASH_SEED;
      }
      hash = hashExpansion(hash, unit);
      continue;
    }
    if (start >= 0) {
      const bit = mixKey(FIRST_KEY, hash) >>> filterShift;
      if ((((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1 || mayBeginWithoutS(index, text, at, hash))
        extend(index, text, start, hash, at, false, found);
      start = -1;
    }
    if (folded >= ideograph) {
      const single = Math.imul(HASH_SEED ^ folded, multiplier);
      if (mayBeginAlias(index, mixKey(FIRST_KEY, single))) extend(index, text, at, single, at + 1, true, found);
    }
  }
  return found;
}

const SPACE = 0x20;

const mayBeginWithoutS = (index: AliasIndex, text: string, end: number, hash: number): boolean =>
  endsInS(text, end) && mayBeginAlias(index, mixKey(FIRST_KEY, hashWithoutS(hash)));

/**
 * Follows the index from the token at `start`, which has been read already, as far as an alias may go on, and notes each alias
 * that ends on the way. `firstEnd` may include characters behind the token that count for nothing.
 */
function extend(
  index: AliasIndex,
  text: string,
  start: number,
  firstHash: number,
  firstEnd: number,
  ideographicFirst: boolean,
  found: Candidate[],
): void {
  let key = FIRST_KEY;
  let check = FIRST_CHECK;
  let hash = firstHash;
  let end = ideographicFirst ? firstEnd : lastLetterEnd(text, firstEnd);
  let wasIdeographic = ideographicFirst;
  for (;;) {
    if (!wasIdeographic && endsInS(text, end)) {
      const stem = hashWithoutS(hash);
      const [stemKey, stemCheck] = [mixKey(key, stem), mixCheck(check, stem)];
      if ((lookUp(index, stemKey, stemCheck) & ENDS_ALIAS) !== 0)
        found.push({ start, end: end - 1, fingerprint: toFingerprint(stemKey, stemCheck) });
    }
    key = mixKey(key, hash);
    check = mixCheck(check, hash);
    const entry = lookUp(index, key, check);
    if ((entry & ENDS_ALIAS) !== 0) found.push({ start, end, fingerprint: toFingerprint(key, check) });
    if ((entry & CONTINUES) === 0 || !readToken(text, end, cursor)) return;
    if (!mayJoin(text, end, cursor.start, wasIdeographic && cursor.ideographic)) return;
    end = cursor.end;
    hash = cursor.hash;
    wasIdeographic = cursor.ideographic;
  }
}

/** Where the last letter before `end` ends. */
function lastLetterEnd(text: string, end: number): number {
  let at = end;
  while (at > 0 && foldUnit(text.charCodeAt(at - 1)) === IGNORED) at--;
  return at;
}

/** A name may stand in the plural ("two Huaweis") or in a genitive without apostrophe; the candidate leaves the letter out. */
const endsInS = (text: string, end: number): boolean => (text.charCodeAt(end - 1) | 0x20) === 0x73;
