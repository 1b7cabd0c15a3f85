import { HASH_MULTIPLIER, newTokenCursor, readToken } from './tokens.ts';

/**
 * A fingerprint stands for the folded words of an alias: 32 bits of key (by which the index is sorted) and 12 of check,
 * as one whole number below 2^44. Two spellings of one name have the same fingerprint; two names nearly never do, and
 * whoever uses a fingerprint compares the real strings afterwards.
 */
export type Fingerprint = number;

const KEY_SEED = 0x51ed270b | 0;
const CHECK_MULTIPLIER = 0x85ebca6b | 0;
export const CHECK_SIZE = 0x1000;

/** Longer names are cut here for the key; the comparison of strings sees all of them. */
export const MAX_ALIAS_TOKENS = 24;

/** The key of a sequence of tokens, from the key of the tokens before the last. */
export function mixKey(key: number, tokenHash: number): number {
  const mixed = Math.imul(key ^ tokenHash, HASH_MULTIPLIER);
  return mixed ^ (mixed >>> 15);
}

/** A second, independent mix of the same tokens. */
export function mixCheck(check: number, tokenHash: number): number {
  const mixed = Math.imul(check ^ (tokenHash >>> 3) ^ (tokenHash << 29), CHECK_MULTIPLIER);
  return mixed ^ (mixed >>> 13);
}

export const FIRST_KEY = KEY_SEED;
export const FIRST_CHECK = 0;

export const toFingerprint = (key: number, check: number): Fingerprint => (key >>> 0) * CHECK_SIZE + checkBits(check);

export const checkBits = (check: number): number => check & (CHECK_SIZE - 1);

/** What an alias is made of to the index: the key after each of its tokens, and its fingerprint. */
export type AliasKeys = { readonly prefixKeys: readonly number[]; readonly fingerprint: Fingerprint };

/** The keys of an alias; null where it has no letter or digit. */
export function aliasKeys(alias: string): AliasKeys | null {
  const cursor = newTokenCursor();
  const prefixKeys: number[] = [];
  let key = FIRST_KEY;
  let check = FIRST_CHECK;
  for (let from = 0; prefixKeys.length < MAX_ALIAS_TOKENS && readToken(alias, from, cursor); from = cursor.end) {
    key = mixKey(key, cursor.hash);
    check = mixCheck(check, cursor.hash);
    prefixKeys.push(key >>> 0);
  }
  return prefixKeys.length === 0 ? null : { prefixKeys, fingerprint: toFingerprint(key, check) };
}
