import { EXPANDS, foldUnit, IGNORED, isIdeographic, SEPARATOR } from '../text/fold.ts';
import { CONTINUES, endsAliasWith, findKey, mayBeginAlias, type AliasIndex } from './alias-index.ts';
import { FIRST_CHECK, FIRST_KEY, mixCheck, mixKey, toFingerprint, type Fingerprint } from './alias-key.ts';
import { HASH_MULTIPLIER, HASH_SEED, hashExpansion, mayJoin, newTokenCursor, readToken } from './tokens.ts';

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
    key = mixKey(key, cursor.hash);
    check = mixCheck(check, cursor.hash);
    end = cursor.end;
    wasIdeographic = cursor.ideographic;
    let position = findKey(index, key);
    if (position < 0) return;
    let goesOn = false;
    for (; index.keys[position] === key >>> 0; position++) {
      const entry = index.entries[position] ?? 0;
      if ((entry & CONTINUES) !== 0) goesOn = true;
      else if (endsAliasWith(entry, check)) found.push({ start, end, fingerprint: toFingerprint(key, check) });
    }
    if (!goesOn) return;
  }
}
