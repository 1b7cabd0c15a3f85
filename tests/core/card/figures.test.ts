import { expect, test } from 'vitest';
import { readFigures } from '../../../src/core/card/figures.ts';

test.each([
  ['$4.5 billion', [4.5e9]],
  ['$4.5bn, then 4,500 million', [4.5e9, 4.5e9]],
  ['150,000 people', [150_000]],
  ['some 20% of them', [20]],
  ['1.2万亿元', [1.2e12]],
  ['in 2018, May 3', [2018, 3]],
  ['five of the seven', [5, 7]],
  ['5 minutes', [5]],
  ['COVID19 and H2O', []],
  ['nothing', []],
])('%s', (text, figures) => {
  expect(readFigures(text)).toEqual(figures);
});
