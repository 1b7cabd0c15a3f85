import { expect, test } from 'vitest';
import { isRandomName, randomName } from '../../src/annotator/random-name.ts';

test('a name is twelve letters, never the same, and known again', () => {
  const names = Array.from({ length: 500 }, randomName);
  expect(new Set(names).size).toBe(500);
  expect(names.every((name) => /^[a-z]{12}$/.test(name) && isRandomName(name))).toBe(true);
});

test.each(['searchresult', 'page-found', 'spellingerro', '', 'ABCDEFGHIJKL'])('%j is not one of ours', (name) => {
  expect(isRandomName(name)).toBe(false);
});

test('a changed letter is noticed', () => {
  const name = randomName();
  const other = name[3] === 'a' ? 'b' : 'a';
  expect(isRandomName(name.slice(0, 3) + other + name.slice(4))).toBe(false);
});
