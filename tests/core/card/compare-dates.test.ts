import { expect, test } from 'vitest';
import { compareWithArticle } from '../../../src/core/card/compare-dates.ts';

test.each([
  ['2019-08', '2018-05-03', { relation: 'newer' }],
  ['2015-08', '2018-05-03', { relation: 'older', years: 2 }],
  ['2015-05-03', '2018-05-03', { relation: 'older', years: 3 }],
  ['2018', '2018-05-03', null],
  ['2017-11', '2018-05-03', null],
  ['2016/2017', '2018-05-03', { relation: 'older', years: 1 }],
  ['201X', '2030-01-01', null],
  ['2010/..', '2030-01-01', null],
  ['2019', null, null],
])('a fact as of %s beside an article of %s', (date, articleDate, age) => {
  expect(compareWithArticle({ date, basis: 'stated' }, articleDate)).toEqual(age);
});

test('an undated fact has no age', () => {
  expect(compareWithArticle({ basis: 'unknown' }, '2018')).toBeNull();
});
