import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aliasKeys } from '../../../src/core/matching/alias-key.ts';
import { createAliasIndexBuilder } from '../../../src/core/matching/alias-index-builder.ts';
import { openAliasIndex, type AliasIndex } from '../../../src/core/matching/alias-index.ts';
import { findCandidates } from '../../../src/core/matching/find-candidates.ts';
import { normalizeText } from '../../../src/core/text/normalize.ts';

function indexOf(aliases: readonly string[]): AliasIndex {
  const builder = createAliasIndexBuilder();
  for (const alias of aliases) builder.add(alias);
  const index = openAliasIndex(builder.finish());
  if (index === null) throw new Error('does not open');
  return index;
}

const surfaces = (aliases: readonly string[], text: string): string[] =>
  findCandidates(indexOf(aliases), text).map(({ start, end }) => text.slice(start, end));

const NAMES = [
  'Huawei',
  'Huawei Technologies',
  'SenseTime',
  'CAC',
  '华为',
  '中芯国际',
  'ファーウェイ',
  'Co., Ltd.',
  '约翰·史密斯',
  '일론 머스크',
];

const BASICS: readonly (readonly [name: string, text: string, found: readonly string[]])[] = [
  ['a name alone', 'Huawei', ['Huawei']],
  ['every name that starts at a word, short and long', 'Huawei Technologies grew', ['Huawei', 'Huawei Technologies']],
  ['a possessive', "Huawei’s and Huawei's", ['Huawei', 'Huawei']],
  ['a hyphen compound', 'a Huawei-backed fund', ['Huawei']],
  ['slashes, quotes, brackets', '(Huawei)/“SenseTime”', ['Huawei', 'SenseTime']],
  ['capitals', 'HUAWEI TECHNOLOGIES', ['HUAWEI', 'HUAWEI TECHNOLOGIES']],
  ['a plural, without its letter', 'two Huaweis, HUAWEIS; CACs', ['Huawei', 'HUAWEI', 'CAC']],
  ['not inside a longer word', 'Huaweish cacao SenseTimed', []],
  ['Korean words with a space between them', '일론 머스크는', ['일론 머스크']],
  [
    'soft hyphens and non-breaking spaces inside',
    'Hua\u00adwei\u00a0Technologies',
    ['Hua\u00adwei', 'Hua\u00adwei\u00a0Technologies'],
  ],
  ['line breaks inside', 'Huawei\n\n  Technologies', ['Huawei', 'Huawei\n\n  Technologies']],
  ['Han characters without word boundaries', '我爱华为公司和中芯国际', ['华为', '中芯国际']],
  ['not across a space between Han characters', '中芯 国际 华 为', []],
  ['a dot between the words of a foreign name', '作者约翰·史密斯说', ['约翰·史密斯']],
  ['Latin next to Han', '华为Huawei公司', ['华为', 'Huawei']],
  ['punctuation inside', 'Acme Co Ltd and Co., Ltd.', ['Co Ltd', 'Co., Ltd']],
  ['nothing in an empty text', '', []],
];

describe('findCandidates', () => {
  test.each(BASICS)('%s', (_name, text, found) => {
    expect(surfaces(NAMES, text)).toEqual(found);
  });

  test('an empty index finds nothing', () => {
    expect(surfaces([], 'Huawei Technologies')).toEqual([]);
  });

  test('gives the fingerprint of the alias', () => {
    const [candidate] = findCandidates(indexOf(['Huawei Technologies']), 'at huawei technologies today');
    expect(candidate?.fingerprint).toBe(aliasKeys('Huawei Technologies')?.fingerprint);
  });
});

describe('against a reference matcher', () => {
  const word = fc.constantFrom('china', 'Ant', 'AI', '华', '为', 'Ökonom', 'a', 'b', 'II', 'x9');
  const gap = fc.constantFrom(' ', '  ', '\n', '-', '. ', '\u00ad', '', '😀');
  const alias = fc.array(word, { minLength: 1, maxLength: 3 }).map((parts) => parts.join(' '));
  const text = fc.array(fc.tuple(word, gap), { maxLength: 25 }).map((parts) => parts.flat().join(''));

  /** To the index a space beside a Han character is as good as none; verification tells the spellings apart. */
  const words = (surface: string): string => normalizeText(surface).folded.replace(/ ?([华为]) ?/g, '$1');

  /** Every span between word edges whose folded text is that of an alias. */
  function reference(aliases: readonly string[], haystack: string): string[] {
    const folded = new Set(aliases.map(words));
    const found = new Set<string>();
    for (let start = 0; start < haystack.length; start++) {
      for (let end = start + 1; end <= haystack.length; end++) {
        if (isEdge(haystack, start) && isEdge(haystack, end) && folded.has(words(haystack.slice(start, end)))) {
          found.add(words(haystack.slice(start, end)));
        }
      }
    }
    return [...found].toSorted();
  }
  const isLetter = (character: string | undefined): boolean =>
    character !== undefined && /[\p{L}\p{N}]/u.test(character);
  const isEdge = (haystack: string, at: number): boolean =>
    !(isLetter(haystack[at - 1]) && isLetter(haystack[at])) ||
    /[华为]/.test((haystack[at - 1] ?? '') + (haystack[at] ?? ''));

  test('finds the same names in every text of words and simple gaps', () => {
    fc.assert(
      fc.property(fc.array(alias, { minLength: 1, maxLength: 8 }), text, (aliases, haystack) => {
        fc.pre(!/[华为][^\p{L}\p{N}]+[华为]|\u00ad/u.test(haystack));
        const index = indexOf(aliases);
        const found = new Set(
          findCandidates(index, haystack).map(({ start, end }) => words(haystack.slice(start, end))),
        );
        expect([...found].toSorted()).toEqual(reference(aliases, haystack));
      }),
      { numRuns: 1000 },
    );
  });

  test('never throws and never leaves the text', () => {
    const index = indexOf(NAMES);
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (haystack) => {
        for (const { start, end } of findCandidates(index, haystack)) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(haystack.length);
        }
      }),
    );
  });
});

describe('the index buffer', () => {
  test('is refused when it is cut, empty or something else', () => {
    const builder = createAliasIndexBuilder();
    builder.add('Huawei');
    const buffer = builder.finish();
    expect(openAliasIndex(buffer.slice(0, -2))).toBeNull();
    expect(openAliasIndex(new ArrayBuffer(0))).toBeNull();
    expect(openAliasIndex(new ArrayBuffer(64))).toBeNull();
    expect(openAliasIndex(buffer)?.aliasCount).toBe(1);
  });

  test('stays under 25 bytes an alias', () => {
    const builder = createAliasIndexBuilder();
    const words = ['north', 'river', 'steel', 'data', 'green', 'first', 'union', 'vision'];
    for (let id = 0; id < 10_000; id++) builder.add(`${words[id % 8]}${id % 997} ${words[(id >> 3) % 8]}${id} Group`);
    expect(builder.finish().byteLength / 10_000).toBeLessThan(25);
  });
});
