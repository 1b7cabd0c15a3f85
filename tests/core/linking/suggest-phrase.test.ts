import { describe, expect, test } from 'vitest';
import { suggestPhrase } from '../../../src/core/linking/suggest-phrase.ts';

const CASES: readonly (readonly [name: string, sentence: string, alias: string, phrase: string])[] = [
  ['the longer name on the right', 'He sang for Mercury Records in 1970.', 'Mercury', 'Mercury Records'],
  ['the longer name on both sides', 'The New Apple Music Store opened.', 'Apple', 'New Apple Music Store'],
  ['not the article before it', 'The Huawei phone rang.', 'Huawei', 'Huawei phone'],
  ['the word on the right', 'She peeled an apple slowly.', 'apple', 'apple slowly'],
  ['the word on the left where the right one says nothing', 'They bought orange and left.', 'orange', 'bought orange'],
  ['two words where no neighbour says anything', 'SenseTime and Huawei met.', 'SenseTime', 'SenseTime and Huawei'],
  ['no further than a comma', 'Peel the apple, slowly.', 'apple', 'Peel the apple'],
  ['characters without spaces', '甲板上海风很大。', '上海', '甲板上海风很'],
  ['nothing but the name', 'Huawei', 'Huawei', 'Huawei'],
  ['a name that is not there', 'Nobody.', 'Huawei', 'Huawei'],
  ['the spelling of the sentence', 'HUAWEI PHONES sell.', 'Huawei', 'HUAWEI PHONES'],
];

describe('the words suggested for a wrong mark', () => {
  test.each(CASES)('%s', (_name, sentence, alias, phrase) => {
    expect(suggestPhrase(sentence, alias)).toBe(phrase);
  });
});
