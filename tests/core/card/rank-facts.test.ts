import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rankFacts } from '../../../src/core/card/rank-facts.ts';
import { makeFact } from '../../fixtures/builders.ts';

const FACTS = [
  makeFact({ id: 'valuation', statement: 'Acme was valued at over $4.5 billion.', kind: 'valuation' }),
  makeFact({ id: 'patents', statement: 'Acme holds 1,500 robotics patents.', kind: 'patents', salience: 1 }),
  makeFact({
    id: 'export-ban',
    statement: 'Washington put Acme on its list of barred exporters.',
    kind: 'policy',
    salience: 1,
  }),
  makeFact({
    id: 'partner',
    statement: 'Acme and Globex share a laboratory.',
    kind: 'alliance',
    subjects: ['acme', 'globex'],
  }),
  makeFact({ id: 'founder', statement: 'Jane Roe founded Acme in 2009.', kind: 'founding', salience: 3 }),
];
const first = (sentence: string, entities: string[] = []): string | undefined =>
  rankFacts(FACTS, { sentence, entities, articleDate: null })[0]?.id;

describe('the fact that fits the sentence comes first', () => {
  test.each([
    ['by a rare word', 'Acme asked the patent office for help.', 'patents'],
    ['by a word that begins alike', 'Exporting has become harder for Acme.', 'export-ban'],
    ['by a sum written otherwise', 'Acme, worth $4.5bn, went public.', 'valuation'],
    ['by a year', 'Back in 2009 nobody knew Acme.', 'founder'],
    ['by a typed number', 'About 1500 things set Acme apart.', 'patents'],
    ['by what the pack calls most telling, if nothing fits', 'Zzz qqq.', 'founder'],
  ])('%s', (_title, sentence, id) => {
    expect(first(sentence)).toBe(id);
  });

  test('by another entity of the sentence', () => {
    expect(first('Acme met them.', ['globex'])).toBe('partner');
  });
});

test('of two equal facts the one nearer to the article’s date comes first', () => {
  const facts = ['2012', '2024'].map((date) => makeFact({ id: `f${date}`, asOf: { date, basis: 'stated' } }));
  const order = (articleDate: string): string[] =>
    rankFacts(facts, { sentence: 'Zzz.', entities: [], articleDate }).map(({ id }) => id);
  expect(order('2012-06-01')).toEqual(['f2012', 'f2024']);
  expect(order('2024-06-01')).toEqual(['f2024', 'f2012']);
});

test('whatever the sentence, no fact is lost or doubled', () => {
  fc.assert(
    fc.property(fc.string(), (sentence) => {
      const ranked = rankFacts(FACTS, { sentence, entities: [], articleDate: null });
      expect(ranked.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(
        FACTS.toSorted((a, b) => a.id.localeCompare(b.id)),
      );
    }),
  );
});
