import { expect, test } from 'vitest';
import { formatLooseDate } from '../../src/ui/format-date.ts';

test.each([
  ['2018', '2018'],
  ['2018-05', 'May 2018'],
  ['2018-05-30', 'May 30, 2018'],
  ['198X', '1980s'],
  ['1950/1969', '1950 – 1969'],
  ['2018/..', '2018 –'],
  ['../2018', '– 2018'],
])('%s is %s', (date, words) => {
  expect(formatLooseDate(date, 'en-US')).toBe(words);
});
