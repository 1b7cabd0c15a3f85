import { expect, test } from 'vitest';
import { linkToPassage } from '../../../src/core/card/text-fragment.ts';

test.each([
  ['a short quote whole', 'a plan, two-fold & new', '#:~:text=a%20plan%2C%20two%2Dfold%20%26%20new'],
  [
    'a long one by its ends',
    `one two three four five ${'six '.repeat(40)}seven eight nine ten eleven`,
    '#:~:text=one%20two%20three%20four%20five,seven%20eight%20nine%20ten%20eleven',
  ],
])('%s', (_title, quote, fragment) => {
  expect(linkToPassage('https://example.org/a', quote)).toBe(`https://example.org/a${fragment}`);
});

test('an address with a fragment of its own keeps it', () => {
  expect(linkToPassage('https://example.org/a#part', 'words')).toBe('https://example.org/a#part');
});

test.each([
  ['both sides', { prefix: 'In 1949,', suffix: 'to coyotes.' }, '#:~:text=In%201949%2C-,sells%20anvils,-to%20coyotes.'],
  ['one side', { suffix: 'a-b' }, '#:~:text=sells%20anvils,-a%2Db'],
  ['none', { prefix: ' ' }, '#:~:text=sells%20anvils'],
])('a quote that stands twice is told apart by the words on %s', (_title, around, fragment) => {
  expect(linkToPassage('https://example.org/a', 'sells anvils', around)).toBe(`https://example.org/a${fragment}`);
});
