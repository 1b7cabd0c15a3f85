import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findDefinition } from '../../../src/core/linking/find-definition.ts';

function longForm(text: string, short: string): string | null {
  const start = text.lastIndexOf(short);
  const found = findDefinition(text, { start, end: start + short.length });
  return found === null ? null : text.slice(found.longForm.start, found.longForm.end);
}

const CASES: readonly (readonly [name: string, text: string, short: string, long: string | null])[] = [
  [
    'initials of every other word',
    'the Cyberspace Administration of China (CAC) said',
    'CAC',
    'Cyberspace Administration of China',
  ],
  [
    'letters inside words',
    'a Massachusetts Institute of Technology (MIT) lab',
    'MIT',
    'Massachusetts Institute of Technology',
  ],
  [
    'across a line break',
    'China Academy of\nInformation and Communications Technology (CAICT)',
    'CAICT',
    'China Academy of\nInformation and Communications Technology',
  ],
  [
    'the nearest explanation, not the longest',
    'Central Arizona College, Casa Grande, Central Arizona College (CAC)',
    'CAC',
    'Central Arizona College',
  ],
  ['quoted', 'Ministry of Science and Technology (“MOST”) ruled', 'MOST', 'Ministry of Science and Technology'],
  [
    'with more in the brackets',
    'Ministry of Science and Technology (MOST, Beijing) ruled',
    'MOST',
    'Ministry of Science and Technology',
  ],
  ['not in brackets', 'Cyberspace Administration of China, CAC for short', 'CAC', null],
  ['letters that are not there', 'the agency for the internet (CAC)', 'CAC', null],
  ['the first letter inside a word only', 'the Franco-American club (RAC)', 'RAC', null],
  [
    'the long form in the brackets',
    'MERICS (Mercator Institute for China Studies) said',
    'MERICS',
    'Mercator Institute for China Studies',
  ],
  [
    'and with an article',
    'the MIT (the Manukau Institute of Technology, in Otara) opened',
    'MIT',
    'Manukau Institute of Technology',
  ],
  ['a bracket that says something else', 'MIT (see also Manukau Institute of Technology)', 'MIT', null],
  ['across a sentence end', 'Cities Are Cool. It rained (CAC)', 'CAC', null],
  ['a repetition', 'CAC (CAC)', 'CAC', null],
];

describe('findDefinition', () => {
  test.each(CASES)('%s', (_name, text, short, long) => {
    expect(longForm(text, short)).toBe(long);
  });

  test('never throws, and what it finds is in the text before the bracket', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), fc.string({ minLength: 1, maxLength: 8 }), (before, short) => {
        const text = `${before} (${short})`;
        const start = before.length + 2;
        const found = findDefinition(text, { start, end: start + short.length });
        if (found === null) return;
        expect(found.longForm.start).toBeGreaterThanOrEqual(0);
        expect(found.longForm.end).toBeLessThanOrEqual(before.length + 1);
      }),
    );
  });
});
