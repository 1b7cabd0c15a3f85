import {
  capitalsOf,
  CONTINUES,
  ENDS_ALIAS,
  lookUp,
  mayBeginAlias,
  type AliasIndex,
  type Capitals,
} from './alias-index.ts';
import { FIRST_CHECK, FIRST_KEY, mixCheck, mixKey, toFingerprint, type Fingerprint } from './alias-key.ts';
import { NO_JOIN, type PageKeys } from './page-keys.ts';
import { hashWithoutS } from './tokens.ts';

/** A stretch of `order` that may be an alias, by the positions of its first and last token. */
export type KeyMatch = {
  readonly first: number;
  readonly last: number;
  /** Whether the last letter of the last token, an `s`, is not part of it. */
  readonly plural: boolean;
  /** How many of its first letters must be capitals; only the text can tell. */
  readonly capitals: Capitals;
  readonly fingerprint: Fingerprint;
};

/**
 * Every stretch of the page's tokens whose hashes are those of an alias: the same candidates that `findCandidates` has in
 * the text. Each distinct word is looked up once, however often it stands there.
 */
export function matchPageKeys(index: AliasIndex, { hashes, order }: PageKeys): KeyMatch[] {
  const begins = new Uint8Array(hashes.length);
  hashes.forEach((hash, position) => {
    const may =
      mayBeginAlias(index, mixKey(FIRST_KEY, hash)) || mayBeginAlias(index, mixKey(FIRST_KEY, hashWithoutS(hash)));
    if (may) begins[position] = 1;
  });
  const found: KeyMatch[] = [];
  for (let first = 0; first < order.length; first++) {
    if (begins[order[first] ?? NO_JOIN] === 1) extend(index, { hashes, order }, first, found);
  }
  return found;
}

function extend(index: AliasIndex, { hashes, order }: PageKeys, first: number, found: KeyMatch[]): void {
  let key = FIRST_KEY;
  let check = FIRST_CHECK;
  for (let last = first; last < order.length; last++) {
    const hash = hashes[order[last] ?? NO_JOIN];
    if (hash === undefined) return;
    // Of a token that ends in another letter this is the hash of nothing, and no alias has it.
    const stem = hashWithoutS(hash);
    const [stemKey, stemCheck] = [mixKey(key, stem), mixCheck(check, stem)];
    const stemEntry = lookUp(index, stemKey, stemCheck);
    if ((stemEntry & ENDS_ALIAS) !== 0) {
      const fingerprint = toFingerprint(stemKey, stemCheck);
      found.push({ first, last, plural: true, fingerprint, capitals: capitalsOf(stemEntry) });
    }
    key = mixKey(key, hash);
    check = mixCheck(check, hash);
    const entry = lookUp(index, key, check);
    if ((entry & ENDS_ALIAS) !== 0) {
      const fingerprint = toFingerprint(key, check);
      found.push({ first, last, plural: false, fingerprint, capitals: capitalsOf(entry) });
    }
    if ((entry & CONTINUES) === 0) return;
  }
}
