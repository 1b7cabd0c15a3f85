import { expect, test } from 'vitest';
import { isCountedPlace, isNoPlace } from '../../../src/core/linking/counted-place.ts';

test.each([
  ['He threw a Shanghai on the eighteens', true],
  ['closed out the leg with a Shanghai: treble twenty', true],
  ['and another Shanghai.', true],
  ['a Shanghai court ruled', false],
  ['a Shanghai-based firm', false],
  ['a Shanghai\u2011born violinist', false],
  ['in Shanghai on Monday', false],
  ['the Shanghai of the thirties', false],
])('%s', (text, isCounted) => {
  const start = text.indexOf('Shanghai');
  expect(isCountedPlace(text, { start, end: start + 'Shanghai'.length })).toBe(isCounted);
});

test.each([
  ['Rewatching "Shanghai", the comedy', true],
  ['he called it “Shanghai.” Then', true],
  ['"Shanghai grew," he said', false],
  ['the “Shanghai of the West”', false],
])('quoted: %s', (text, isElse) => {
  const start = text.indexOf('Shanghai');
  expect(isNoPlace(text, { start, end: start + 'Shanghai'.length })).toBe(isElse);
});
