import { expect, test } from 'vitest';
import { subscribeLinkOf } from '../../src/background/subscribe-link.ts';

const PACK = 'https://packs.example/demo.manifest.json';

test.each([
  [`https://publisher.example/packs?subscribe=${encodeURIComponent(PACK)}`, PACK],
  [`https://publisher.example/?a=b&subscribe=${PACK}`, PACK],
  [PACK, PACK],
  ['https://publisher.example/packs', null],
  ['https://publisher.example/?subscribe=', null],
  ['https://publisher.example/?subscribe=demo', null],
  ['https://publisher.example/?subscribe=javascript:alert(1)', null],
  ['https://publisher.example/?subscribe=http://packs.example/a', null],
  ['https://publisher.example/?subscribe=https://192.168.0.1/a', null],
  ['https://publisher.example/?subscribe=http://127.0.0.1:4000/a', null],
  ['about:blank', null],
  ['', null],
])('%s invites to %s', (address, pack) => {
  expect(subscribeLinkOf(address)).toBe(pack);
});
