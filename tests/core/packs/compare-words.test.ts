import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareWords } from '../../../src/core/packs/compare-words.ts';

test('marks the words that came and went', () => {
  expect(compareWords('Acme has five labs.', 'Acme has seven labs.')).toEqual([
    { text: 'Acme has ', change: 'same' },
    { text: 'five', change: 'removed' },
    { text: 'seven', change: 'added' },
    { text: ' labs.', change: 'same' },
  ]);
});

test.each([
  ['5,000 people', '7,000 people', ['-5,000', '+7,000', ' people']],
  ['华为有五个实验室', '华为有七个实验室', ['华为有', '-五', '+七', '个实验室']],
  ['', 'New.', ['+New.']],
  ['Old.', '', ['-Old.']],
])('numbers stay whole, and Chinese is compared by character: %j to %j', (before, after, words) => {
  const signs = { same: '', added: '+', removed: '-' };
  expect(compareWords(before, after).map(({ text, change }) => signs[change] + text)).toEqual(words);
});

test('without what went it is the new text, without what came the old', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (before, after) => {
      const words = compareWords(before, after);
      const without = (change: string): string =>
        words.flatMap((word) => (word.change === change ? [] : [word.text])).join('');
      expect([without('removed'), without('added')]).toEqual([after, before]);
    }),
  );
});
