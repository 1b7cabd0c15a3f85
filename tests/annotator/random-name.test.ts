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

test('any changed letter is noticed', () => {
  const name = randomName();
  const changed = Array.from(name).flatMap((letter, position) =>
    Array.from('abcdefghijklmnopqrstuvwxyz')
      .filter((other) => other !== letter)
      .map((other) => name.slice(0, position) + other + name.slice(position + 1)),
  );
  expect(changed).toHaveLength(12 * 25);
  expect(changed.filter(isRandomName)).toEqual([]);
});
