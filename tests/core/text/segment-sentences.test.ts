import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segmentSentences } from '../../../src/core/text/segment-sentences.ts';

const cut = (text: string): string[] => segmentSentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test.each([
    ['It rained. Huawei sold phones.', ['It rained. ', 'Huawei sold phones.']],
    ['“Did it rain?” He smiled. “It did!” So it was.', ['“Did it rain?” ', 'He smiled. ', '“It did!” ', 'So it was.']],
    [
      'It cost $3.5 bn at acme.com, i.e. too much. Then rain.',
      ['It cost $3.5 bn at acme.com, i.e. too much. ', 'Then rain.'],
    ],
    ['It rained... and rained. Then not.', ['It rained... and rained. ', 'Then not.']],
    ['It rained (in Bonn.) Then not.', ['It rained (in Bonn.) ', 'Then not.']],
    ['A heading\nA line\r\nAnother', ['A heading\n', 'A line\r\n', 'Another']],
    ['昨天下雨。科技部发布了“规则”。没人读！', ['昨天下雨。', '科技部发布了“规则”。', '没人读！']],
    ['雨だ。ファーウェイは？', ['雨だ。', 'ファーウェイは？']],
    ['هل أمطرت؟ نعم.', ['هل أمطرت؟ ', 'نعم.']],
    ['წვიმა იყო. ჰუავეი.', ['წვიმა იყო. ', 'ჰუავეი.']],
    ['', []],
  ])('of “%s” are %j', (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });

  test.each([
    ['Dr. Lee of MOST spoke. He left.', ['Dr. Lee of MOST spoke. ', 'He left.']],
    ['Shares of Acme Inc. Rose fell. Then rain.', ['Shares of Acme Inc. Rose fell. ', 'Then rain.']],
    ['The U.S. Senate met J. B. Smith. Then rain.', ['The U.S. Senate met J. B. Smith. ', 'Then rain.']],
  ])('what is shortened ends none: of “%s” are %j', (text, sentences) => {
    expect(cut(text)).toEqual(sentences);
  });
});

/** Characters of every class of the annex, and such as lie on the border of two. */
const PIECES = [
  ...['. ', '..', '.', '․', '﹒', '．', '!', '?', '…', '。', '！', '؟', '۔', '।'],
  ...[
    '"',
    "'",
    '“',
    '”',
    '’',
    '(',
    ')',
    '«',
    '»',
    ' ',
    '\t',
    '\u00a0',
    '\u3000',
    '\n',
    '\r',
    '\r\n',
    '\u2028',
    '\u0085',
  ],
  ...[
    '1',
    '٣',
    '１',
    'Ⅷ',
    'ⓐ',
    'a',
    'é',
    'ʰ',
    'ª',
    'A',
    'É',
    'ǅ',
    '中',
    'の',
    'ა',
    'Ა',
    '\u{10400}',
    '\u{10428}',
    '😀',
  ],
  ...['-', '–', '—', ',', ':', ';', '、', '，', '$', '/', '٪', '\u0301', '\u200d', '\u200b', '\u00ad', '\u2060'],
] as const;

describe('properties', () => {
  const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 12 }).map((pieces) => pieces.join(''));

  test('cuts where Intl.Segmenter does, and nowhere else but for what is shortened', () => {
    const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
    // A capital alone before a point is taken for an initial, which is our own rule.
    const withoutInitials = text.filter((sample) => !/[\p{Lu}\p{L}]\.[ \u00a0]/u.test(sample));
    fc.assert(
      fc.property(withoutInitials, (sample) => {
        expect(cut(sample)).toEqual(Array.from(segmenter.segment(sample), ({ segment }) => segment));
      }),
      { numRuns: 5000 },
    );
  });

  test('nothing is lost between sentences, and none is empty', () => {
    fc.assert(
      fc.property(text, (sample) => {
        const sentences = cut(sample);
        expect(sentences.join('')).toBe(sample);
        expect(sentences).not.toContain('');
      }),
    );
  });
});
