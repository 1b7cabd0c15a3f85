import { expect, test } from 'vitest';
import { wordsAbout } from '../../../src/core/merging/merge-word.ts';

const ref = (key: string) => {
  const [pack = '', id = ''] = key.split('/');
  return { pack, id };
};
const pair = (a: string, b: string): [ReturnType<typeof ref>, ReturnType<typeof ref>] => [ref(a), ref(b)];
const CHOICES = {
  same: [pair('a/x', 'b/x'), pair('a/y', 'b/y')],
  different: [pair('c/z', 'b/x')],
};

test.each([
  ['a/x', ['same a/x b/x']],
  ['b/x', ['same b/x a/x', 'different b/x c/z']],
  ['c/z', ['different c/z b/x']],
  ['d/d', []],
])('what was said of %s has it first', (key, said) => {
  const words = wordsAbout(CHOICES, [ref(key)]);
  expect(words.map(({ verdict, pair: [a, b] }) => `${verdict} ${a.pack}/${a.id} ${b.pack}/${b.id}`)).toEqual(said);
});

test('what was said of any record of an entity is said of the entity', () => {
  expect(wordsAbout(CHOICES, [ref('a/x'), ref('c/z')])).toHaveLength(2);
});
