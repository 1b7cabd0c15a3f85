import { expect, test } from 'vitest';
import { decodeMatches, decodePageKeys, encodeMatches, encodePageKeys } from '../../src/messaging/page-keys-wire.ts';

test('page keys come back as they went', () => {
  const keys = { hashes: Uint32Array.of(1, 0xffffffff, 7), order: Uint16Array.of(0, 1, 0xffff, 2) };
  const encoded = JSON.parse(JSON.stringify(encodePageKeys(keys))) as ReturnType<typeof encodePageKeys>;
  expect(decodePageKeys(encoded)).toEqual(keys);
});

test('what is no such array is refused', () => {
  expect(() => decodePageKeys({ hashes: 'AAAA', order: '' })).toThrow(RangeError);
  expect(() => decodePageKeys({ hashes: '', order: '!' })).toThrow(SyntaxError);
});

test('matches come back as they went', () => {
  const matches = [
    { first: 0, last: 2, plural: true, capitals: 2 as const, fingerprint: 2 ** 45 + 3 },
    { first: 4, last: 4, plural: false, capitals: 0 as const, fingerprint: 1 },
  ];
  expect(decodeMatches(encodeMatches(matches))).toEqual(matches);
});
