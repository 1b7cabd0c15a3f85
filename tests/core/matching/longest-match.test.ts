import { expect, test } from 'vitest';
import { selectLongest } from '../../../src/core/matching/longest-match.ts';

const span = (start: number, end: number, name = '') => ({ start, end, name });

test.each([
  ['the longest of those that start together', [span(0, 6), span(0, 19)], [span(0, 19)]],
  ['the leftmost of those that overlap', [span(5, 30), span(0, 10)], [span(0, 10)]],
  ['neighbours stay', [span(0, 5), span(5, 9)], [span(0, 5), span(5, 9)]],
  ['equal spans stay together in their order', [span(0, 5, 'a'), span(0, 5, 'b')], [span(0, 5, 'a'), span(0, 5, 'b')]],
  ['a name inside another is gone', [span(0, 20), span(8, 12)], [span(0, 20)]],
  ['nothing', [], []],
])('%s', (_name, spans, chosen) => {
  expect(selectLongest(spans)).toEqual(chosen);
});
