import { expect, test } from 'vitest';
import { findSeries } from '../../../src/core/card/series.ts';
import { makeFact } from '../../fixtures/builders.ts';

const measured = (id: string, date: string, number: number, unit = 'people', kind = 'staff') =>
  makeFact({ id, kind, asOf: { date, basis: 'stated' }, value: { type: 'quantity', number, unit } });

test('three dated numbers of one kind and unit make a series, in order of time', () => {
  const facts = [measured('c', '2020', 30), measured('a', '2018-05', 10), measured('b', '2019', 20)];
  expect(findSeries(facts)).toEqual([
    {
      kind: 'staff',
      unit: 'people',
      points: [
        { date: '2018-05', number: 10, fact: 'a' },
        { date: '2019', number: 20, fact: 'b' },
        { date: '2020', number: 30, fact: 'c' },
      ],
    },
  ]);
});

test.each([
  ['two numbers', [measured('a', '2018', 1), measured('b', '2019', 2)]],
  ['another unit', [measured('a', '2018', 1), measured('b', '2019', 2), measured('c', '2020', 3, 'sites')]],
  ['another kind', [measured('a', '2018', 1), measured('b', '2019', 2), measured('c', '2020', 3, 'people', 'guests')]],
  ['one date', [measured('a', '2018', 1), measured('b', '2018', 2), measured('c', '2018', 3)]],
])('%s make none', (_title, facts) => {
  expect(findSeries(facts)).toEqual([]);
});
