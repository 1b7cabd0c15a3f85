import fc from 'fast-check';
import { expect, test } from 'vitest';
import { viewEntityPage, type ClaimGroupView } from '../../../src/core/card/card-view.ts';
import { CLAIM_ORDERS, sectionClaims } from '../../../src/core/card/claim-sections.ts';
import { makeEntity, makeFact } from '../../fixtures/builders.ts';

type Draft = { readonly id: string; readonly kind?: string; readonly date?: string };

function claimsOf(drafts: readonly Draft[], together: readonly string[] = []): readonly ClaimGroupView[] {
  const facts = drafts.map(({ id, kind = 'note', date }) =>
    makeFact({ id, kind, asOf: date === undefined ? { basis: 'unknown' } : { basis: 'stated', date } }),
  );
  const conflict = {
    id: 'c',
    kind: 'disagreement' as const,
    title: 'T',
    summary: 'S',
    facts: [...together],
    entities: [],
  };
  return viewEntityPage({
    pack: { id: 'p', title: 'P', version: 1 },
    entity: makeEntity({ name: 'Acme' }),
    facts,
    sources: [],
    conflicts: [conflict],
    others: [],
  }).claims;
}
const read = (claims: readonly ClaimGroupView[], order: (typeof CLAIM_ORDERS)[number]): string[] =>
  sectionClaims(claims, order).map(
    ({ heading, claims: inside }) =>
      `${heading}: ${inside.map(({ facts }) => facts.map(({ id }) => id).join('+')).join(' ')}`,
  );

test('over time: years, the newest first; decades and intervals in their place; undated last', () => {
  const drafts: Draft[] = [
    { id: 'none' },
    { id: 'may', date: '2018-05' },
    { id: 'year', date: '2018' },
    { id: 'eighties', date: '198X' },
    { id: 'span', date: '1950/1969' },
    { id: 'since', date: '2019/..' },
    { id: 'until', date: '../2018-07' },
  ];
  expect(read(claimsOf(drafts), 'time')).toEqual([
    '2019: since',
    '2018: until may year',
    '198X: eighties',
    '1969: span',
    ': none',
  ]);
});

test('claims that disagree stay side by side, where the newest of them belongs', () => {
  const drafts = [
    { id: 'old', date: '2001' },
    { id: 'between', date: '2005' },
    { id: 'new', date: '2009' },
  ];
  expect(read(claimsOf(drafts, ['old', 'new']), 'time')).toEqual(['2009: old+new', '2005: between']);
});

test('by kind: kinds as the best of each comes', () => {
  const drafts = [
    { id: 'a', kind: 'staff', date: '2018' },
    { id: 'b', kind: 'sale', date: '2017' },
    { id: 'c', kind: 'staff', date: '2016' },
  ];
  expect(read(claimsOf(drafts), 'kind')).toEqual(['staff: a c', 'sale: b']);
});

test('every claim stands under one heading, in either order', () => {
  const draft = fc.record({
    kind: fc.constantFrom('staff', 'sale', 'note'),
    date: fc.constantFrom(undefined, '2018', '2018-05', '198X', '1950/1969', '2018/..', '../2018'),
  });
  fc.assert(
    fc.property(fc.array(draft, { maxLength: 12 }), fc.constantFrom(...CLAIM_ORDERS), (drafts, order) => {
      const claims = claimsOf(
        drafts.map(({ kind, date }, n) => ({ id: `f${n}`, kind, ...(date === undefined ? {} : { date }) })),
        ['f0', 'f3'],
      );
      const sections = sectionClaims(claims, order);
      expect(new Set(sections.flatMap((section) => section.claims))).toEqual(new Set(claims));
      expect(new Set(sections.map(({ heading }) => heading)).size).toBe(sections.length);
    }),
  );
});
