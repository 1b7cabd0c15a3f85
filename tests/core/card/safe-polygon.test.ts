import { expect, test } from 'vitest';
import { isOnTheWay } from '../../../src/core/card/safe-polygon.ts';

const card = { left: 100, top: 200, right: 400, bottom: 500 };

test.each([
  ['straight down to a card below', { x: 150, y: 180 }, { x: 152, y: 190 }, true],
  ['slanting towards its far corner', { x: 150, y: 180 }, { x: 270, y: 192 }, true],
  ['away from it', { x: 150, y: 180 }, { x: 150, y: 160 }, false],
  ['sideways', { x: 150, y: 180 }, { x: 60, y: 182 }, false],
  ['inside it', { x: 150, y: 180 }, { x: 300, y: 300 }, true],
  ['up to a card above', { x: 150, y: 520 }, { x: 160, y: 508 }, true],
  ['to a card on the right', { x: 60, y: 300 }, { x: 80, y: 310 }, true],
])('%s', (_name, from, at, expected) => {
  expect(isOnTheWay(from, at, card)).toBe(expected);
});
