import { describe, expect, test } from 'vitest';
import { OVERLAY_PACK } from '../../../src/core/model/overlay.ts';
import { DEFAULT_PRIVACY, markLevel, privacyOf, strictestPrivacy } from '../../../src/core/model/privacy.ts';

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

describe('a name that only the user follows', () => {
  const own = { pack: OVERLAY_PACK, id: 'xenon' };
  const shared = [own, acme];

  test.each([
    ['is quiet where own names are not marked', DEFAULT_PRIVACY, [own], false, 'quiet'],
    ['is marked where they are', DEFAULT_PRIVACY, [own], true, 'inline'],
    [
      'is as open as chosen for it',
      { packs: {}, entities: { 'own/xenon': 'inline' as const } },
      [own],
      false,
      'inline',
    ],
    ['or for all of them', { packs: { [OVERLAY_PACK]: 'overlay' as const }, entities: {} }, [own], false, 'overlay'],
    ['is none if a pack knows it', DEFAULT_PRIVACY, shared, false, 'inline'],
    ['is none, but as quiet as that pack', { packs: { demo: 'quiet' as const }, entities: {} }, shared, true, 'quiet'],
  ])('%s', (_title, privacy, members, marksOwn, level) => {
    expect(markLevel(privacy, members, marksOwn)).toBe(level);
  });
});
