import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findExpansion } from '../../../src/core/linking/find-expansion.ts';

const expansion = (text: string, abbreviation: string): string | null => {
  const span = findExpansion(text, abbreviation);
  return span && text.slice(span.start, span.end);
};

test.each([
  ['with the National Youth Theatre, before the NYT', 'NYT', 'National Youth Theatre'],
  ['the works of Brown, Boveri & Cie. and BBC', 'BBC', 'Brown, Boveri & Cie'],
  ['Manukau Institute of Technology', 'MIT', 'Manukau Institute of Technology'],
  ['made in Taiwan', 'MIT', null],
  ['Made. In. Taiwan', 'MIT', null],
  ['Free Trade', 'FT', null],
  ['', 'CAC', null],
])('%s (%s)', (text, abbreviation, long) => {
  expect(expansion(text, abbreviation)).toBe(long);
});

test('never throws', () => {
  fc.assert(fc.property(fc.string(), fc.string(), (text, abbreviation) => void findExpansion(text, abbreviation)));
});
