import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWords, tokenizeQuery, tokenizeText } from '../../../src/core/library/tokenize.ts';

test.each([
  ['Société Générale', ['societe', 'generale']],
  ['华为技术', ['华为', '为技', '技术', '术']],
  ['OpenAI公司 grows', ['openai', '公司', '司', 'grows']],
  ['', []],
  ['—!', []],
])('%j is found by %j', (text, tokens) => {
  expect(tokenizeText(text)).toEqual(tokens);
});

test.each([
  ['华为技术', ['华为', '为技', '技术']],
  ['术', ['术']],
  ['Zür', ['zur']],
])('%j is looked for as %j', (text, tokens) => {
  expect(tokenizeQuery(text)).toEqual(tokens);
});

test('what stands in a text is found by any beginning of its words', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(30), (text, length) => {
      const tokens = tokenizeText(text);
      for (const token of tokenizeQuery(text.slice(0, length)))
        if (foldWords(text).some((word) => word.startsWith(token)))
          expect(tokens.some((other) => other.startsWith(token))).toBe(true);
    }),
  );
});
