import { EXPANDS, FIRST_IDEOGRAPH, FIRST_LETTER, FOLDED, foldUnit, IGNORED, isIdeographic } from '../text/fold.ts';
import {
  capitalsOf,
  CONTINUES,
  ENDS_ALIAS,
  lookUp,
  mayBeginAlias,
  type AliasIndex,
  type Capitals,
} from './alias-index.ts';
import {
  FIRST_CHECK,
  FIRST_KEY,
  MAX_ALIAS_TOKENS,
  mixCheck,
  mixKey,
  toFingerprint,
  type Fingerprint,
} from './alias-key.ts';
import { HASH_MULTIPLIER, HASH_SEED, hashExpansion, hashIdeograph, hashWithoutS, mayJoin } from './tokens.ts';

/** A stretch of text that may be an alias: offsets in UTF-16 code units, end exclusive. */
export type Candidate = {
  readonly start: number;
  readonly end: number;
  readonly fingerprint: Fingerprint;
  /** How many of its first letters must be capitals if it is to be a name. */
  readonly capitals: Capitals;
};

const SPACE = 0x20;

/**
 * Every stretch of `text` whose folded words are those of an alias, in order of start, then end. Candidates overlap; which
 * of them is meant is decided later, with the real strings at hand.
 *
 * One pass over the code units, each read once: the loop hashes a token and asks the filter; names of several words that
 * have begun wait for the next token.
 */
export function findCandidates(index: AliasIndex, text: string): Candidate[] {
  const found: Candidate[] = [];
  const { filter, filterShift } = index;
  // Locals, for an import is looked up at each use: a third of the time of this loop.
  const [table, multiplier, letter, ideograph] = [FOLDED, HASH_MULTIPLIER, FIRST_LETTER, FIRST_IDEOGRAPH];
  const length = text.length;
  const begun = openNames;
  begun.count = 0;
  let hash = HASH_SEED;
  let start = -1;
  let end = 0;
  for (let at = 0; at <= length; at++) {
    let unit = at < length ? text.charCodeAt(at) : SPACE;
    // Below the first ideograph the table knows every unit it has been asked for; 0 is one that it has not.
    let folded = unit < ideograph ? (table[unit] ?? 0) : 0;
    if (folded >= letter) {
      if (start < 0) {
        start = at;
        hash = HASH_SEED;
      }
      do {
        hash = Math.imul(hash ^ folded, multiplier);
        unit = ++at < length ? text.charCodeAt(at) : SPACE;
        folded = unit < ideograph ? (table[unit] ?? 0) : 0;
      } while (folded >= letter);
      end = at;
    }
    if (folded === 0) {
      folded = foldUnit(unit);
      if (folded >= letter && !(folded >= ideograph && isIdeographic(folded))) {
        if (start < 0) {
          start = at;
          hash = HASH_SEED;
        }
        hash = Math.imul(hash ^ folded, multiplier);
        end = at + 1;
        continue;
      }
    }
    if (folded === IGNORED) continue;
    if (folded === EXPANDS) {
      if (start < 0) {
        start = at;
        hash = HASH_SEED;
      }
      hash = hashExpansion(hash, unit);
      end = at + 1;
      continue;
    }
    if (start >= 0) {
      const bit = mixKey(FIRST_KEY, hash) >>> filterShift;
      const begins =
        (((filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1 ||
        (endsInS(text, end) && mayBeginAlias(index, mixKey(FIRST_KEY, hashWithoutS(hash))));
      if (begins || begun.count > 0) takeToken(index, text, hash, start, end, false, begins, found);
      start = -1;
    }
    if (folded >= ideograph) {
      const single = hashIdeograph(folded);
      const begins = mayBeginAlias(index, mixKey(FIRST_KEY, single));
      if (begins || begun.count > 0) takeToken(index, text, single, at, at + 1, true, begins, found);
    }
  }
  return found.length < 2 ? found : found.sort((a, b) => a.start - b.start || a.end - b.end);
}

/** The names that have begun and may go on; reused, so that scanning allocates next to nothing. Never more than one for each token of the longest name. */
const openNames = {
  count: 0,
  /** The token that all of them ended with. */
  end: 0,
  ideographic: false,
  starts: new Int32Array(MAX_ALIAS_TOKENS),
  keys: new Int32Array(MAX_ALIAS_TOKENS),
  checks: new Int32Array(MAX_ALIAS_TOKENS),
};

/**
 * Goes on with the names that have begun, begins another if it may, and notes each that ends with this token: `hash` of the
 * units from `start` to `end`. In parts, not as an object: one word in six comes here.
 */
function takeToken(
  index: AliasIndex,
  text: string,
  hash: number,
  start: number,
  end: number,
  ideographic: boolean,
  begins: boolean,
  found: Candidate[],
): void {
  const begun = openNames;
  let kept = 0;
  if (begun.count > 0 && mayJoin(text, begun.end, start, begun.ideographic && ideographic)) {
    for (let name = 0; name < begun.count; name++) {
      const [nameStart, key, check] = [begun.starts[name] ?? 0, begun.keys[name] ?? 0, begun.checks[name] ?? 0];
      if (goOn(index, text, hash, end, ideographic, nameStart, key, check, kept, found)) kept++;
    }
  }
  if (begins && goOn(index, text, hash, end, ideographic, start, FIRST_KEY, FIRST_CHECK, kept, found)) kept++;
  begun.count = kept;
  begun.end = end;
  begun.ideographic = ideographic;
}

/** Takes one token into a name; whether the name may go on, in which case it is kept in its `slot`. */
function goOn(
  index: AliasIndex,
  text: string,
  hash: number,
  end: number,
  ideographic: boolean,
  start: number,
  keyBefore: number,
  checkBefore: number,
  slot: number,
  found: Candidate[],
): boolean {
  if (!ideographic && endsInS(text, end)) {
    const stem = hashWithoutS(hash);
    const [stemKey, stemCheck] = [mixKey(keyBefore, stem), mixCheck(checkBefore, stem)];
    const stemEntry = lookUp(index, stemKey, stemCheck);
    if ((stemEntry & ENDS_ALIAS) !== 0)
      found.push({
        start,
        end: end - 1,
        fingerprint: toFingerprint(stemKey, stemCheck),
        capitals: capitalsOf(stemEntry),
      });
  }
  const key = mixKey(keyBefore, hash);
  const check = mixCheck(checkBefore, hash);
  const entry = lookUp(index, key, check);
  if ((entry & ENDS_ALIAS) !== 0)
    found.push({ start, end, fingerprint: toFingerprint(key, check), capitals: capitalsOf(entry) });
  if ((entry & CONTINUES) === 0 || slot >= MAX_ALIAS_TOKENS) return false;
  openNames.starts[slot] = start;
  openNames.keys[slot] = key;
  openNames.checks[slot] = check;
  return true;
}

/** A name may stand in the plural ("two Huaweis") or in a genitive without apostrophe; the candidate leaves the letter out. */
const endsInS = (text: string, end: number): boolean => (text.charCodeAt(end - 1) | 0x20) === 0x73;
