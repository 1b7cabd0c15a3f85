import { createRequire } from 'node:module';
import AhoCorasick from 'modern-ahocorasick';
import type One from 'compromise/one';
import KeywordProcessor from 'flashtext.js';
import { openAliasIndex, type AliasIndex } from '../../../src/core/matching/alias-index.ts';
import { createAliasIndexBuilder } from '../../../src/core/matching/alias-index-builder.ts';
import { findCandidates } from '../../../src/core/matching/find-candidates.ts';
import { createWink } from '../../score/spotters.ts';

/** Runs over paragraphs and returns how much it found, so that nothing is optimised away. */
export type Matcher = (paragraphs: readonly string[]) => number | Promise<number>;

/** How a matcher is made, up to how many names that is sensible, and on how much of the text it is tried. */
export type MatcherKind = {
  readonly name: string;
  readonly maxNames: number;
  /** Share of the text; the slow ones get less and their time is scaled. */
  readonly share: number;
  readonly make: (names: readonly string[]) => Matcher;
};

const sum = (paragraphs: readonly string[], count: (text: string) => number): number =>
  paragraphs.reduce((total, text) => total + count(text), 0);

export function buildIndex(names: readonly string[]): AliasIndex {
  const builder = createAliasIndexBuilder();
  for (const name of names) builder.add(name);
  const index = openAliasIndex(builder.finish());
  if (index === null) throw new Error('the index does not open');
  return index;
}

const escape = (name: string): string => name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

export const MATCHERS: readonly MatcherKind[] = [
  {
    name: 'floor (one pass of charCodeAt)',
    maxNames: Number.POSITIVE_INFINITY,
    share: 1,
    make: () => (paragraphs) =>
      sum(paragraphs, (text) => {
        let mixed = 0;
        for (let at = 0; at < text.length; at++) mixed = (mixed + text.charCodeAt(at)) | 0;
        return mixed & 1;
      }),
  },
  {
    name: 'Sidelight',
    maxNames: Number.POSITIVE_INFINITY,
    share: 1,
    make(names) {
      const index = buildIndex(names);
      return (paragraphs) => sum(paragraphs, (text) => findCandidates(index, text).length);
    },
  },
  {
    name: 'modern-ahocorasick',
    maxNames: 1e5,
    share: 1,
    make(names) {
      const matcher = new AhoCorasick([...names]);
      return (paragraphs) => sum(paragraphs, (text) => matcher.count(text));
    },
  },
  {
    name: 'one RegExp, whole words',
    maxNames: 1e4,
    share: 1,
    make(names) {
      const longestFirst = names.toSorted((a, b) => b.length - a.length).map(escape);
      // \b knows no Chinese: with it such a name would never be found.
      const latin = longestFirst.filter((name) => /^[A-Z]/.test(name)).join('|');
      const han = longestFirst.filter((name) => !/^[A-Z]/.test(name)).join('|');
      const pattern = new RegExp(String.raw`\b(?:${latin})\b|${han}`, 'gi');
      return (paragraphs) => sum(paragraphs, (text) => text.match(pattern)?.length ?? 0);
    },
  },
  {
    name: 'a RegExp for each name (as mark.js does)',
    maxNames: 1e3,
    share: 0.1,
    make(names) {
      const patterns = names.map(
        (name) => new RegExp(String.raw`(^|[\s"'(])(${escape(name)})(?=$|[\s"').,;:])`, 'gim'),
      );
      return (paragraphs) =>
        patterns.reduce((total, pattern) => total + sum(paragraphs, (text) => text.match(pattern)?.length ?? 0), 0);
    },
  },
  {
    name: 'FlashText (flashtext.js)',
    maxNames: 1e5,
    share: 1,
    make(names) {
      const processor = new KeywordProcessor();
      for (const name of names) processor.addKeyword(name);
      return (paragraphs) => sum(paragraphs, (text) => processor.extractKeywords(text).length);
    },
  },
  {
    name: 'compromise lookup',
    maxNames: 1e4,
    share: 0.05,
    make(names) {
      const nlp = createRequire(import.meta.url)('compromise/one') as typeof One;
      const trie = nlp.buildTrie([...names]);
      return (paragraphs) => sum(paragraphs, (text) => nlp(text).lookup(trie).length);
    },
  },
  {
    name: 'wink-nlp custom entities',
    maxNames: 1e4,
    share: 0.05,
    make(names) {
      const spot = createWink(names.map((name) => ({ name, entity: 'e' })));
      return async (paragraphs) => {
        let total = 0;
        for (const text of paragraphs) total += (await spot(text)).length;
        return total;
      };
    },
  },
];
