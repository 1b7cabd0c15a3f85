import { EXPANDS, foldUnit, IGNORED, isIdeographic, SEPARATOR } from '../text/fold.ts';
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
  const length = text.length;
  let hash = HASH_SEED;
  let start = -1;
  for (let at = 0; at <= length; at++) {
    const folded = at < length ? foldUnit(text.charCodeAt(at)) : SEPARATOR;
    if (folded === IGNORED) continue;
    const ideographic = folded >= 0x2e80 && isIdeographic(folded);
    if (folded !== SEPARATOR && !ideographic) {
      if (start < 0) {
        start = at;
        hash = HASH_SEED;
      }
      hash = folded === EXPANDS ? hashExpansion(hash, text.charCodeAt(at)) : Math.imul(hash ^ folded, HASH_MULTIPLIER);
      continue;
    }
    if (start >= 0) {
      const key = mixKey(FIRST_KEY, hash);
      if (mayBeginAlias(index, key)) extend(index, text, start, found);
      else if (endsInS(text, at) && mayBeginAlias(index, mixKey(FIRST_KEY, hashWithoutS(hash))))
        extend(index, text, start, found);
      start = -1;
    }
    if (ideographic) {
      const key = mixKey(FIRST_KEY, Math.imul(HASH_SEED ^ folded, HASH_MULTIPLIER));
      if (mayBeginAlias(index, key)) extend(index, text, at, found);
    }
  }
  return found;
}

/** Follows the index from the token at `start` as far as an alias may go on, and notes each alias that ends on the way. */
function extend(index: AliasIndex, text: string, start: number, found: Candidate[]): void {
  let key = FIRST_KEY;
  let check = FIRST_CHECK;
  let end = start;
  let wasIdeographic = false;
  while (readToken(text, end, cursor)) {
    if (end > start && !mayJoin(text, end, cursor.start, wasIdeographic && cursor.ideographic)) return;
    end = cursor.end;
    if (endsInS(text, end)) {
      const stem = hashWithoutS(cursor.hash);
      const [stemKey, stemCheck] = [mixKey(key, stem), mixCheck(check, stem)];
      if ((lookUp(index, stemKey, stemCheck) & ENDS_ALIAS) !== 0)
        found.push({ start, end: end - 1, fingerprint: toFingerprint(stemKey, stemCheck) });
    }
    key = mixKey(key, cursor.hash);
    check = mixCheck(check, cursor.hash);
    wasIdeographic = cursor.ideographic;
    const entry = lookUp(index, key, check);
    if ((entry & ENDS_ALIAS) !== 0) found.push({ start, end, fingerprint: toFingerprint(key, check) });
    if ((entry & CONTINUES) === 0) return;
  }
}

/** A name may stand in the plural ("two Huaweis") or in a genitive without apostrophe; the candidate leaves the letter out. */
const endsInS = (text: string, end: number): boolean => (text.charCodeAt(end - 1) | 0x20) === 0x73;
