import { describe, expect, test } from 'vitest';
import { isAddressed, isNamesake, isOtherPerson, lacksHonorific } from '../../../src/core/linking/other-person.ts';

const spanOf = (text: string, name: string) => {
  const start = text.indexOf(name);
  return { start, end: start + name.length };
};

const SURNAMES: readonly (readonly [text: string, surname: string, fullName: string, other: boolean])[] = [
  ['his wife Usha Vance spoke', 'Vance', 'JD Vance', true],
  ['Jane Hawking wrote it', 'Hawking', 'Stephen Hawking', true],
  ['Yesterday Vance spoke', 'Vance', 'JD Vance', false],
  ['So Vance spoke', 'Vance', 'JD Vance', false],
  ['Vice President Vance spoke', 'Vance', 'JD Vance', false],
  ['Sen. Vance spoke', 'Vance', 'JD Vance', false],
  ['J. Ma signed', 'Ma', 'Jack Ma', false],
  ['Y. Ma signed', 'Ma', 'Jack Ma', true],
  ['the founder Ma Huateng said', 'Ma', 'Jack Ma', true],
  ['the Trump Administration said', 'Trump', 'Donald Trump', false],
  ['war with China. Trump gave no date', 'Trump', 'Donald Trump', false],
  ['a lecture on 2 May. Ding revised it', 'Ding', 'Jeffrey Ding', false],
  ['Chas. Ding revised it', 'Ding', 'Jeffrey Ding', true],
  ['a week, Musk for Mars', 'Musk', 'Elon Musk', false],
  ['biscuits from Marks & Spencer', 'Spencer', 'Michael Spencer', true],
  ['Vance Says No To New Tariffs', 'Vance', 'JD Vance', false],
];

describe('other persons', () => {
  test.each(SURNAMES)('%s', (text, surname, fullName, other) => {
    expect(isOtherPerson(text, spanOf(text, surname), [fullName])).toBe(other);
  });

  test.each([
    ['Mr Forbes of Aberdeen', 'Forbes', true],
    ['in Forbes magazine', 'Forbes', false],
    ['my sister named her baby Alexa in spring', 'Alexa', true],
    ['Two people called Ding spoke', 'Ding', true],
    ['they called their second little dog Meta', 'Meta', true],
    ['if your own name is Alexa, use the app', 'Alexa', true],
    ['a cat that answers to “Xiaomi”', 'Xiaomi', true],
    ['the name is Alphabet of all things', 'Alphabet', false],
    ['the dog is his, but he answers to nobody at Huawei', 'Huawei', false],
    ['he answers to Huawei’s board', 'Huawei', false],
    ['an analyst named Huawei first', 'Huawei', false],
    ['社長の天津さん', '天津', true],
    ['天津から', '天津', false],
  ])('addressed: %s', (text, name, addressed) => {
    expect(isAddressed(text, spanOf(text, name))).toBe(addressed);
  });

  test.each([
    ['Donald Trump Jr. signed', true],
    ['Donald Trump, Jr., signed', true],
    ['Donald Trump Junctions', false],
    ['Twelve-year-old Donald Trump won the chess title', true],
    ['the 9-year-old Donald Trump of Howick', true],
    ['the 79-year-old Donald Trump', false],
    ['a seventy-five-year-old Donald Trump', false],
  ])('namesake: %s', (text, is) => {
    expect(isNamesake(text, spanOf(text, 'Donald Trump'))).toBe(is);
  });

  test.each([
    ['マスク氏の発言', false],
    ['マスクを着ける', true],
  ])('honorific: %s', (text, lacks) => {
    expect(lacksHonorific(text, spanOf(text, 'マスク'))).toBe(lacks);
  });
});
