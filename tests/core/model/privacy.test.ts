import { expect, test } from 'vitest';
import { DEFAULT_PRIVACY, privacyOf, strictestPrivacy } from '../../../src/core/model/privacy.ts';

const acme = { pack: 'demo', id: 'acme' };

test.each([
  ['nothing chosen', DEFAULT_PRIVACY, 'inline'],
  ['the pack’s level', { packs: { demo: 'quiet' as const }, entities: {} }, 'quiet'],
  ['another pack’s', { packs: { other: 'quiet' as const }, entities: {} }, 'inline'],
  [
    'the entity’s own before the pack’s',
    { packs: { demo: 'quiet' as const }, entities: { 'demo/acme': 'overlay' as const } },
    'overlay',
  ],
])('%s', (_title, privacy, level) => {
  expect(privacyOf(privacy, acme)).toBe(level);
});

test('an entity of several packs is as private as the most private of them', () => {
  const privacy = { packs: { a: 'overlay' as const, b: 'quiet' as const }, entities: {} };
  const of = (...packs: string[]) =>
    strictestPrivacy(
      privacy,
      packs.map((pack) => ({ pack, id: 'acme' })),
    );
  expect([of('c'), of('c', 'a'), of('a', 'b', 'c')]).toEqual(['inline', 'overlay', 'quiet']);
});
