import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPhrase, normalizeText, originalSpan } from '../../../src/core/text/normalize.ts';

const FOLDINGS: readonly (readonly [name: string, text: string, folded: string])[] = [
  ['case', 'SenseTime', 'sensetime'],
  ['accents', 'Dà-Jiāng', 'da jiang'],
  ['combining accents', 'Da\u0300-Jia\u0304ng', 'da jiang'],
  ['letters with a stroke', 'Gdańsk Łódź Ørsted', 'gdansk lodz orsted'],
  ['German sharp s, both cases', 'Straße STRAẞE', 'strasse strasse'],
  ['Turkish dotted capital I', 'İstanbul', 'istanbul'],
  ['full width', 'Ｈｕａｗｅｉ　２０２６', 'huawei 2026'],
  ['ligatures', 'ﬁnance oﬃce', 'finance office'],
  ['soft hyphen', 'Hua\u00adwei', 'huawei'],
  ['zero-width space, joiners and byte-order mark', 'Hua\u200bwe\u200d\ufeffi', 'huawei'],
  ['non-breaking and narrow spaces', 'CAC\u00a040\u202fa', 'cac 40 a'],
  ['curly quotes and all dashes', '“Huawei’s” – A—B‑C', 'huawei s a b c'],
  ['white space and line breaks', '  China\n\n Academy\tof ', 'china academy of'],
  ['subscripts belong to the word, superscripts do not', 'CO₂ Huawei²', 'co2 huawei'],
  ['Han characters stand together', '华为 公司，百度', '华为 公司 百度'],
  ['Greek and Cyrillic', 'ΑΘΗΝΑ Хуавэй', 'αθηνα хуавэи'],
  ['Arabic vowel signs', 'مُحَمَّد', 'محمد'],
  ['emoji part words', 'Huawei😀Baidu', expect.stringMatching(/^huawei .?baidu$|^huawei.* ?.*baidu$/u)],
  ['nothing', '', ''],
  ['punctuation only', ' — … ', ''],
];

describe('folding', () => {
  test.each(FOLDINGS)('%s', (_name, text, folded) => {
    expect(normalizeText(text).folded).toEqual(folded);
  });
});

describe('the offset map', () => {
  const anyText = fc.string({ unit: 'binary', maxLength: 60 });

  test('has one entry for each folded unit and one more, never falling, never outside the text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { folded, offsets } = normalizeText(text);
        expect(offsets).toHaveLength(folded.length + 1);
        for (let index = 1; index < offsets.length; index++)
          expect(offsets[index]).toBeGreaterThanOrEqual(offsets[index - 1] ?? 0);
        expect(offsets.at(-1)).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  test('leads every word back to original text that folds to that word', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const normalized = normalizeText(text);
        for (const match of normalized.folded.matchAll(/[^ ]+/g)) {
          const span = originalSpan(normalized, match.index, match.index + match[0].length);
          expect(normalizeText(text.slice(span.start, span.end)).folded).toBe(match[0]);
        }
      }),
    );
  });

  test('folding twice changes nothing more', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const once = normalizeText(text).folded;
        expect(normalizeText(once).folded).toBe(once);
      }),
    );
  });
});

describe('findPhrase', () => {
  test.each([
    ['whole words only', 'cac 40 and cacao', 'cac', [0]],
    ['at the end', 'the cac', 'cac', [4]],
    ['inside a run of Han characters', '我爱华为公司', '华为', [2]],
    ['every place', 'a b a', 'a', [0, 4]],
    ['an empty phrase is nowhere', 'a', '', []],
  ])('%s', (_name, text, phrase, starts) => {
    expect(findPhrase(normalizeText(text), phrase)).toEqual(starts);
  });
});
