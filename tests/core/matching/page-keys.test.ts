import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openAliasIndex, type AliasIndex } from '../../../src/core/matching/alias-index.ts';
import { createAliasIndexBuilder } from '../../../src/core/matching/alias-index-builder.ts';
import { findCandidates, type Candidate } from '../../../src/core/matching/find-candidates.ts';
import { matchPageKeys } from '../../../src/core/matching/match-page-keys.ts';
import { createPageKeysCollector, MAX_TOKENS, NO_JOIN } from '../../../src/core/matching/page-keys.ts';

const ALIASES = ['a', 'a b', 'b a b', 'Ab, a', '华为', '华', '中芯国际', 'ファ', 'b華為', 'c-a', 'Straße'];

function openIndex(aliases: readonly string[]): AliasIndex {
  const builder = createAliasIndexBuilder();
  for (const [position, alias] of aliases.entries()) builder.add(alias, (position % 3) as 0 | 1 | 2);
  const index = openAliasIndex(builder.finish());
  if (index === null) throw new Error('does not open');
  return index;
}

const index = openIndex(ALIASES);

/** The candidates in texts by way of their keys. */
function matchTexts(texts: readonly string[]): Candidate[][] {
  const collector = createPageKeysCollector();
  for (const text of texts) expect(collector.add(text, 0)).toBe(text.length);
  const found: Candidate[][] = texts.map(() => []);
  for (const match of matchPageKeys(index, collector.keys())) {
    const { text, start, end } = collector.locate(match);
    found[text]?.push({ start, end, fingerprint: match.fingerprint, capitals: match.capitals });
  }
  return found;
}

const alphabet = fc.constantFrom(
  'a',
  'b',
  'A',
  's',
  'c',
  ' ',
  ' ',
  '\n',
  '-',
  ', ',
  '. . .',
  '华',
  '為',
  '为',
  '中芯',
  'ß',
  '·',
);
const text = fc.array(alphabet, { maxLength: 24 }).map((parts) => parts.join(''));

describe('page keys', () => {
  test('have the same candidates as the text itself, in one text or several', () => {
    fc.assert(
      fc.property(fc.array(text, { maxLength: 4 }), (texts) => {
        expect(matchTexts(texts)).toEqual(texts.map((each) => findCandidates(index, each)));
      }),
      { numRuns: 2000 },
    );
  });

  test('part texts, and words that marks keep apart', () => {
    const collector = createPageKeysCollector();
    collector.add('a . . . . b', 0);
    collector.add('c', 0);
    expect([...collector.keys().order]).toEqual([0, NO_JOIN, 1, NO_JOIN, 2]);
  });

  test('hold each word once', () => {
    const collector = createPageKeysCollector();
    collector.add('the cat and the dog and the CAT', 0);
    expect(collector.keys().hashes).toHaveLength(4);
  });

  test('of a text that is too long stop early, and overlap where they go on', () => {
    const long = Array.from({ length: MAX_TOKENS }, (_, word) => `w${word}`).join(' ');
    const collector = createPageKeysCollector();
    const stopped = collector.add(long, 0);
    const { order } = collector.keys();
    expect(stopped).toBeLessThan(long.length);
    expect(collector.locate({ first: order.length - 1, last: order.length - 1, plural: false }).end).toBeGreaterThan(
      stopped,
    );
    collector.clear();
    expect(collector.add(long, stopped)).toBe(long.length);
    expect(collector.locate({ first: 0, last: 0, plural: false })).toMatchObject({ text: 0, start: stopped });
  });

  test('do not change when the same texts are read again', () => {
    const collector = createPageKeysCollector();
    collector.add('one two', 0);
    const before = collector.keys();
    collector.clear();
    collector.add('one two', 0);
    expect(collector.keys()).toEqual(before);
  });
});
