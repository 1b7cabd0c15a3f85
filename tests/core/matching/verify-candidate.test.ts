import { describe, expect, test } from 'vitest';
import { spellAlias, verifyCandidate } from '../../../src/core/matching/verify-candidate.ts';

/** Verifies the first occurrence of `surface` in `text` against `alias`; returns the covered text, or null. */
function verify(alias: string, text: string, surface: string): string | null {
  const start = text.indexOf(surface);
  const span = verifyCandidate(text, { start, end: start + surface.length }, spellAlias(alias));
  return span === null ? null : text.slice(span.start, span.end);
}

const CASES: readonly (readonly [
  name: string,
  alias: string,
  text: string,
  surface: string,
  covered: string | null,
])[] = [
  ['the same words', 'Huawei', 'at huawei.', 'huawei', 'huawei'],
  ['other words with the same fingerprint', 'Huawei', 'at baidu', 'baidu', null],
  ['a full stop between first and last name is a sentence end', 'Wei Chen', 'met Wei. Chen left', 'Wei. Chen', null],
  ['a comma between two names', 'Wei Chen', 'Wei, Chen and Li', 'Wei, Chen', null],
  ['hyphen for space', 'Wei Chen', 'the Wei-Chen plan', 'Wei-Chen', 'Wei-Chen'],
  ['a dash with spaces parts clauses', 'Wei Chen', 'by Wei – Chen left', 'Wei – Chen', null],
  ['marks of the alias may be left out', 'Acme Co., Ltd.', 'Acme Co Ltd said', 'Acme Co Ltd', 'Acme Co Ltd'],
  [
    'a closing full stop belongs to the name if it is there',
    'Alphabet Inc.',
    'Alphabet Inc. said',
    'Alphabet Inc',
    'Alphabet Inc.',
  ],
  ['symbols after the name must be there', 'Face++', 'Face++ won', 'Face', 'Face++'],
  ['and are missed where they are not', 'Face++', 'Face it', 'Face', null],
  ['curly apostrophe for straight', "People's Daily", 'the People’s Daily', 'People’s Daily', 'People’s Daily'],
  [
    'quotes around a name do not count',
    '"Trust architecture"',
    'a trust architecture',
    'trust architecture',
    'trust architecture',
  ],
  ['a katakana name is not cut out of a longer word', 'ファー', 'ファーウェイ', 'ファー', null],
  ['a space between scripts is optional', '阿里 Cloud', '用阿里Cloud吧', '阿里Cloud', '阿里Cloud'],
  ['a space between Han characters is not', '华为', '华 为', '华 为', null],
  ['a katakana name before other script', 'ファーウェイ', 'ファーウェイは', 'ファーウェイ', 'ファーウェイ'],
];

describe('verifyCandidate', () => {
  test.each(CASES)('%s', (_name, alias, text, surface, covered) => {
    expect(verify(alias, text, surface)).toBe(covered);
  });
});
