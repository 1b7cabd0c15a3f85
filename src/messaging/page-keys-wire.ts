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

/** Matches as one list of numbers: first, last, fingerprint of each. */
export const encodeMatches = (matches: readonly KeyMatch[]): number[] =>
  matches.flatMap(({ first, last, fingerprint }) => [first, last, fingerprint]);

export function decodeMatches(numbers: readonly number[]): KeyMatch[] {
  const matches: KeyMatch[] = [];
  for (let at = 0; at + 2 < numbers.length; at += 3) {
    matches.push({ first: numbers[at] ?? 0, last: numbers[at + 1] ?? 0, fingerprint: numbers[at + 2] ?? 0 });
  }
  return matches;
}
