import { describe, expect, test } from 'vitest';
import { viewEntityPage, type CardMaterial } from '../../../src/core/card/card-view.ts';
import { groupClaims } from '../../../src/core/card/group-claims.ts';
import { rankFacts } from '../../../src/core/card/rank-facts.ts';
import type { Conflict } from '../../../src/core/model/fact.ts';
import { makeEntity, makeFact } from '../../fixtures/builders.ts';

const ids = (facts: readonly { id: string }[]): string[] => facts.map((fact) => fact.id);

describe('rankFacts', () => {
  test.each([
    ['salient before background', [{ salience: 1 }, { salience: 3 }], ['f1', 'f0']],
    ['sound before doubtful', [{ quality: 'stale' }, {}], ['f1', 'f0']],
    ['claims before opinions', [{ certainty: 'opinion' }, { certainty: 'reported' }], ['f1', 'f0']],
    [
      'newest first',
      [{ asOf: { basis: 'stated', date: '2017' } }, { asOf: { basis: 'stated', date: '2018-05' } }],
      ['f1', 'f0'],
    ],
    ['undated last', [{ asOf: { basis: 'unknown' } }, {}], ['f1', 'f0']],
    ['sums before prose', [{}, { value: { type: 'money', number: 1, currency: 'USD' } }], ['f1', 'f0']],
  ])('%s', (_name, fields, order) => {
    expect(ids(rankFacts(fields.map((field, index) => makeFact({ id: `f${index}`, ...field }))))).toEqual(order);
  });
});

const dispute: Conflict = {
  id: 'c1',
  kind: 'disagreement',
  title: 'Valuation',
  summary: 'They differ.',
  facts: ['old', 'new', 'undated'],
  entities: [],
};

describe('groupClaims', () => {
  const facts = [
    makeFact({ id: 'new', asOf: { basis: 'stated', date: '2020' } }),
    makeFact({ id: 'other' }),
    makeFact({ id: 'undated', asOf: { basis: 'unknown' } }),
    makeFact({ id: 'old', asOf: { basis: 'stated', date: '2018' } }),
  ];

  test('puts claims that disagree side by side, oldest first, undated last, where the best of them stands', () => {
    const groups = groupClaims(facts, [dispute]);
    expect(groups.map((group) => ids(group.facts))).toEqual([['old', 'new', 'undated'], ['other']]);
    expect(groups[0]?.disagreement).toEqual({ by: 'pack', conflict: dispute });
  });

  test('every fact is shown exactly once, whatever the conflicts', () => {
    const overlapping: Conflict = { ...dispute, id: 'c2', facts: ['new', 'other'] };
    const shown = groupClaims(facts, [dispute, overlapping]).flatMap((group) => ids(group.facts));
    expect(shown.toSorted()).toEqual(['new', 'old', 'other', 'undated']);
  });

  test('a disagreement with facts that are not here is none', () => {
    expect(groupClaims([makeFact({ id: 'new' })], [dispute])[0]?.disagreement).toBeNull();
  });
});

describe('figures that no pack declares to be in dispute', () => {
  const measured = (id: string, number: number, date: string | null, source: string, fields = {}) =>
    makeFact({
      ...{ id, value: { type: 'money', number, currency: 'USD' }, references: [{ source }], ...fields },
      asOf: date === null ? { basis: 'unknown' } : { basis: 'stated', date },
    });
  const first = measured('first', 4e9, '2018-05', 's1');

  test.each([
    ['an undated one by another source', measured('second', 3e9, null, 's2'), true],
    ['one of the same date by another source', measured('second', 3e9, '2018-05', 's2'), true],
    ['REGRESSION: one of another date is a series', measured('second', 3e9, '2017', 's2'), false],
    ['REGRESSION: two sums of one source are two things', measured('second', 3e9, null, 's1'), false],
    ['the same figure', measured('second', 4e9, null, 's2'), false],
    ['another kind', measured('second', 3e9, null, 's2', { kind: 'funding' }), false],
    ['about others as well', measured('second', 3e9, null, 's2', { subjects: ['acme', 'globex'] }), false],
    [
      'another currency',
      measured('second', 3e9, null, 's2', { value: { type: 'money', number: 3e9, currency: 'CNY' } }),
      false,
    ],
    [
      'one attributed to the source of the first',
      measured('second', 3e9, null, 's2', { references: [{ source: 's2', attributedTo: 's1' }] }),
      false,
    ],
  ] as const)('%s', (_name, second, together) => {
    const groups = groupClaims([second, makeFact({ id: 'prose' }), first], []);
    expect(groups.map((group) => ids(group.facts).toSorted())).toEqual(
      together ? [['first', 'second'], ['prose']] : [['second'], ['prose'], ['first']],
    );
    expect(groups[0]?.disagreement).toEqual(together ? { by: 'figures' } : null);
  });

  test('a declared disagreement is told in the words of its pack', () => {
    const second = measured('second', 3e9, null, 's2');
    const conflict: Conflict = { ...dispute, facts: ['first', 'second'] };
    expect(groupClaims([first, second], [conflict])[0]?.disagreement).toEqual({ by: 'pack', conflict });
  });
});

describe('viewEntityPage', () => {
  const material: CardMaterial = {
    pack: { id: 'demo', title: 'Demo', version: 3 },
    entity: makeEntity({ id: 'acme', name: 'Acme' }),
    facts: [makeFact({ references: [{ source: 's1', attributedTo: 's2' }, { source: 'gone' }] })],
    sources: [
      {
        id: 's1',
        type: 'webpage' as const,
        title: 'A',
        URL: 'http://example.org',
        issued: { 'date-parts': [[2018, 5, 30]] },
        author: [{ family: 'Doe', given: 'J.' }],
      },
      { id: 's2', type: 'webpage' as const, title: 'B', URL: 'https://example.org', publisher: 'P' },
    ],
    conflicts: [{ ...dispute, kind: 'doubt' as const, facts: ['f1'] }],
    others: [],
  };

  test('names source, attribution, date and doubt of each fact', () => {
    const [fact] = viewEntityPage(material).claims.flatMap((claim) => claim.facts);
    expect(fact?.references).toEqual([
      {
        source: {
          ...{ title: 'A', authors: ['J. Doe'], publisher: '', issued: '2018-05-30', url: null },
          csl: material.sources[0],
        },
        attributedTo: {
          ...{ title: 'B', authors: [], publisher: 'P', issued: null, url: 'https://example.org' },
          csl: material.sources[1],
        },
      },
    ]);
    expect(fact?.caveats).toEqual([{ title: 'Valuation', summary: 'They differ.' }]);
  });

  test('only https addresses become links', () => {
    expect(viewEntityPage(material).claims[0]?.facts[0]?.references[0]?.source.url).toBeNull();
  });

  test('an entity without facts has an empty card', () => {
    expect(viewEntityPage({ ...material, facts: [] })).toMatchObject({ claims: [], factCount: 0 });
  });
});
