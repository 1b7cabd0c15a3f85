import type { Capitals } from '../core/matching/alias-index.ts';
import type { KeyMatch } from '../core/matching/match-page-keys.ts';
import type { PageKeys } from '../core/matching/page-keys.ts';

/** Page keys as they travel: typed arrays do not survive a JSON message. */
export type EncodedPageKeys = { readonly hashes: string; readonly order: string };

export const encodePageKeys = ({ hashes, order }: PageKeys): EncodedPageKeys => ({
  hashes: new Uint8Array(hashes.buffer).toBase64(),
  order: new Uint8Array(order.buffer).toBase64(),
});

/** @throws SyntaxError or RangeError where the strings are no arrays of 32 and 16 bit numbers. */
export const decodePageKeys = ({ hashes, order }: EncodedPageKeys): PageKeys => ({
  hashes: new Uint32Array(Uint8Array.fromBase64(hashes).buffer),
  order: new Uint16Array(Uint8Array.fromBase64(order).buffer),
});

/** Matches as one list of numbers: first, last, capitals and plural (the lowest bit) and fingerprint of each. */
export const encodeMatches = (matches: readonly KeyMatch[]): number[] =>
  matches.flatMap(({ first, last, plural, capitals, fingerprint }) => [
    first,
    last,
    capitals * 2 + (plural ? 1 : 0),
    fingerprint,
  ]);

export function decodeMatches(numbers: readonly number[]): KeyMatch[] {
  const matches: KeyMatch[] = [];
  for (let at = 0; at + 3 < numbers.length; at += 4) {
    const [first = 0, last = 0, spelling = 0, fingerprint = 0] = numbers.slice(at, at + 4);
    const capitals = Math.min(2, spelling >>> 1) as Capitals;
    matches.push({ first, last, plural: (spelling & 1) === 1, capitals, fingerprint });
  }
  return matches;
}
