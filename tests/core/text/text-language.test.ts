import { expect, test } from 'vitest';
import { guessLanguage } from '../../../src/core/text/text-language.ts';

test.each([
  ['The company is one of the largest in the world.', 'en'],
  ['Der Konzern ist einer der größten der Welt und wächst.', 'de'],
  ['La société est une des plus grandes du monde.', 'fr'],
  ['La empresa es una de las más grandes del mundo.', 'es'],
  ['MIT Technology Review wrote about MIT’s lab.', null],
  ['华为在上海发布', null],
])('%s', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});
