import { expect, test } from 'vitest';
import { printDay, spanOf } from '../../../src/core/library/date-span.ts';

test.each([
  ['2018', 20180000, 20189999, '2018'],
  ['2018-05', 20180500, 20180599, '2018-05'],
  ['2018-05-30', 20180530, 20180530, '2018-05-30'],
  ['198X', 19800000, 19899999, '1980'],
  ['1950/1969-02', 19500000, 19690299, '1969-02'],
  ['2018/..', 20180000, 99999999, '2018'],
  ['../2018', 1, 20189999, '2018'],
  [null, 0, 0, null],
])('%s', (date, first, last, newest) => {
  const span = spanOf(date);
  expect([span.first, span.last, printDay(span.newest)]).toEqual([first, last, newest]);
});
