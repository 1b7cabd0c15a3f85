import { afterEach, describe, expect, test } from 'vitest';
import { keyPart, t, uiLocale } from '../../src/locales/translate.ts';
import { makeI18n } from '../fixtures/speak.ts';

const speak = async (locale: string, language: string): Promise<void> => {
  Object.assign(chrome, { i18n: await makeI18n(locale, language) });
};

afterEach(() => speak('en', 'en-US'));

describe('a text that depends on a number', () => {
  test.each([
    ['en', 'en-US', ['1 fact', '0 facts', '1,234 facts']],
    ['de', 'de', ['1 Fakt', '0 Fakten', '1.234 Fakten']],
    ['zh_CN', 'zh-CN', ['1 条事实', '0 条事实', '1,234 条事实']],
  ])('has the form and the figures of %s', async (locale, language, words) => {
    await speak(locale, language);
    expect([1, 0, 1234].map((count) => t('count.facts', count))).toEqual(words);
  });
});

test('what is put in stays as it is', () => {
  const query = '$1 {query} | {count}';
  expect(t('brief.nothingFits', { query })).toBe(`Nothing here fits “${query}”.`);
});

test('a name of the core becomes part of a key', () => {
  expect(t(`evidence.${keyPart('needed-word')}`)).toBe('a word nearby points to it');
});

describe('dates and numbers are written', () => {
  test.each([
    ['as in the region of the reader', 'en', 'en-GB', 'en-GB'],
    ['as in the region of the reader', 'de', 'de-AT', 'de-AT'],
    ['in the language of the texts', 'zh_CN', 'zh-Hans-CN', 'zh-CN'],
    ['in English where the texts are, whatever the browser speaks', 'en', 'fr-FR', 'en'],
  ])('%s: %s under %s', async (_how, locale, language, written) => {
    await speak(locale, language);
    expect(uiLocale()).toBe(written);
  });
});
