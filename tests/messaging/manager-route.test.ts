import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EVERYTHING } from '../../src/core/library/library-query.ts';
import { formatRoute, parseRoute, type ManagerRoute } from '../../src/messaging/manager-route.ts';

const draft = {
  entity: { pack: 'demo', id: 'acme' },
  alias: 'A & "C" #1',
  sentence: 'What? A & "C" #1 rose 5%.',
  site: 'example.org',
  others: [{ pack: 'demo', id: 'globex' }],
};

test.each<[string, ManagerRoute]>([
  ['the packs', { view: 'packs' }],
  ['an entity', { view: 'entity', entity: { pack: 'demo', id: 'acme' }, fact: null }],
  ['a fact', { view: 'entity', entity: { pack: 'demo', id: 'acme' }, fact: 'f1.a' }],
  ['an entity over time', { view: 'entity', entity: { pack: 'demo', id: 'acme' }, fact: 'f1', order: 'time' }],
  ['the corrections', { view: 'corrections', draft: null }],
  ['a correction to be made', { view: 'corrections', draft }],
])('%s has an address that leads there', (_name, route) => {
  expect(parseRoute(new URL(formatRoute(route), 'https://example.org').hash)).toEqual(route);
});

test.each(['', '#', '#/', '#import', '#/entity', '#/entity/demo', '#/entity/demo/%2F..', '#/nothing'])(
  'all names are shown at %s',
  (fragment) => {
    expect(parseRoute(fragment)).toEqual({ view: 'library', query: EVERYTHING });
  },
);

test('no fragment makes it throw', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(['library', 'entity', 'corrections']).toContain(parseRoute(`#/corrections?${text}`).view);
      expect(['library', 'entity', 'corrections']).toContain(parseRoute(text).view);
    }),
  );
});
