import { expect, test } from 'vitest';
import { isLightText } from '../../../src/core/card/light-text.ts';

test.each([
  ['rgb(0, 0, 0)', false],
  ['rgb(102, 102, 102)', false],
  ['rgb(0, 0, 238)', false],
  ['rgb(255, 165, 0)', false],
  ['rgba(255, 255, 255, 0.9)', true],
  ['rgb(221, 221, 221)', true],
  ['rgb(138, 180, 248)', false],
  ['rgb(170, 200, 255)', true],
  ['color(display-p3 1 1 1)', false],
  ['', false],
])('text of %s is light: %s', (color, isLight) => {
  expect(isLightText(color)).toBe(isLight);
});
