import { describe, expect, test } from 'vitest';
import { judgeLinkedAddress, judgeTypedAddress } from '../../../src/core/updates/pack-address.ts';

const parts = (address: string): URL | null => (URL.canParse(address) ? new URL(address) : null);
const isTyped = (address: string): boolean => judgeTypedAddress(parts(address)).ok;
const isLinked = (address: string, from: string): boolean => judgeLinkedAddress(parts(address), new URL(from)).ok;

describe('T21: an address that somebody typed', () => {
  test.each([
    'https://packs.example/a.manifest.json',
    'https://packs.example:8443/a',
    'https://xn--mnchen-3ya.example/a',
    'https://a.github.io/b?c=d#e',
    'http://localhost:4000/a',
    'http://127.0.0.1:4000/a',
    'http://[::1]:4000/a',
  ])('%s is allowed', (address) => expect(isTyped(address)).toBe(true));

  test.each([
    'http://packs.example/a',
    'https://user:secret@packs.example/a',
    'https://192.168.1.1/a',
    'https://10.0.0.1/',
    'https://0xc0a80001/',
    'https://3232235777/',
    'https://[fe80::1]/',
    'https://[::ffff:192.168.0.1]/',
    'https://router/',
    'https://router.local/',
    'https://nas.lan/',
    'https://wiki.internal/',
    'https://app.localhost/',
    'https://printer.home.arpa/',
    'https://router.local./',
    'file:///etc/passwd',
    'data:application/json,{}',
    'javascript:alert(1)',
    'ftp://packs.example/a',
    'chrome-extension://abc/packs/a',
    'not an address',
    '',
  ])('%s is not', (address) => expect(isTyped(address)).toBe(false));
});

describe('T21: an address that a manifest names', () => {
  const web = 'https://packs.example/a';
  const own = 'http://127.0.0.1:4000/a';
  test.each([
    ['https://packs.example/b', web, true],
    ['https://mirror.example/b', web, true],
    ['http://127.0.0.1:4000/b', own, true],
    ['https://packs.example/b', own, true],
    ['http://127.0.0.1:4000/b', web, false],
    ['http://localhost/b', web, false],
    ['http://127.0.0.1:8080/b', own, false],
    ['https://192.168.0.1/b', web, false],
    ['https://192.168.0.1/b', own, false],
    ['http://mirror.example/b', web, false],
  ])('%s from %s: %s', (address, from, allowed) => expect(isLinked(address, from)).toBe(allowed));
});
