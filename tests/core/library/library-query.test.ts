import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  countFilters,
  EVERYTHING,
  LIBRARY_SORTS,
  libraryQueryParts,
  readLibraryQuery,
  type LibraryQuery,
} from '../../../src/core/library/library-query.ts';
import { ENTITY_TYPES } from '../../../src/core/model/entity.ts';
import { CERTAINTIES, QUALITIES } from '../../../src/core/model/fact.ts';
import { formatRoute, parseRoute } from '../../../src/messaging/manager-route.ts';

const day = fc.constantFrom('', '2019-08-05', '2026-11-23');
const anyQuery: fc.Arbitrary<LibraryQuery> = fc.record({
  text: fc.string({ unit: 'grapheme', maxLength: 40 }),
  packs: fc.subarray(['china-ai', 'own', 'a.b_c']),
  types: fc.subarray([...ENTITY_TYPES]),
  certainties: fc.subarray([...CERTAINTIES]),
  qualities: fc.subarray([...QUALITIES]),
  from: day,
  to: day,
  isDisputed: fc.boolean(),
  isNew: fc.boolean(),
  sort: fc.constantFrom(...LIBRARY_SORTS),
});

test('every question has an address that leads to it', () => {
  fc.assert(
    fc.property(anyQuery, (query) => {
      expect(readLibraryQuery(libraryQueryParts(query))).toEqual(query);
      const url = new URL(formatRoute({ view: 'library', query }), 'https://example.org');
      expect(parseRoute(url.hash)).toEqual({ view: 'library', query });
    }),
  );
});

test('an address that says nonsense asks for everything', () => {
  const nonsense = ['pack=../x', 'type=fish', 'certainty=', 'from=yesterday', 'to=2019', 'sort=odd', 'new=1', 'x=y'];
  expect(parseRoute(`#/library?${nonsense.join('&')}`)).toEqual({ view: 'library', query: EVERYTHING });
});

test('counts what narrows, not what was typed', () => {
  expect(countFilters({ ...EVERYTHING, text: 'a', sort: 'name' })).toBe(0);
  expect(countFilters({ ...EVERYTHING, types: ['fund', 'place'], from: '2019-08-05', isNew: true })).toBe(4);
});
