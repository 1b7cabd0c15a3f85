import { CONTINUES, endsAliasWith, findKey, mayBeginAlias, type AliasIndex } from './alias-index.ts';
import { FIRST_CHECK, FIRST_KEY, mixCheck, mixKey, toFingerprint, type Fingerprint } from './alias-key.ts';
import { NO_JOIN, type PageKeys } from './page-keys.ts';

/** A stretch of `order` that may be an alias, by the positions of its first and last token. */
export type KeyMatch = { readonly first: number; readonly last: number; readonly fingerprint: Fingerprint };

/**
 * Every stretch of the page's tokens whose hashes are those of an alias: the same candidates that `findCandidates` has in
 * the text. Each distinct word is looked up once, however often it stands there.
 */
export function matchPageKeys(index: AliasIndex, { hashes, order }: PageKeys): KeyMatch[] {
  const begins = new Uint8Array(hashes.length);
  hashes.forEach((hash, position) => {
    const key = mixKey(FIRST_KEY, hash);
    if (mayBeginAlias(index, key) && findKey(index, key) >= 0) begins[position] = 1;
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
    key = mixKey(key, hash);
    check = mixCheck(check, hash);
    let position = findKey(index, key);
    if (position < 0) return;
    let goesOn = false;
    for (; index.keys[position] === key >>> 0; position++) {
      const entry = index.entries[position] ?? 0;
      if ((entry & CONTINUES) !== 0) goesOn = true;
      else if (endsAliasWith(entry, check)) found.push({ first, last, fingerprint: toFingerprint(key, check) });
    }
    if (!goesOn) return;
  }
}
