import { normalizeText } from '../text/normalize.ts';
import { isIdeographicAt } from './tokenize.ts';

/** How well a record fits what was typed, by its names alone, the best first; `none` is 0. */
export const NAME_RANKS = {
  exactName: 6,
  exactAlias: 5,
  beginsName: 4,
  withinName: 3,
  withinAliases: 2,
  none: 0,
} as const;

/** Names of one entity, folded, each between line ends; the first is what it is called. */
export const nameKey = (names: readonly string[]): string =>
  `\n${[...new Set(names.map((name) => normalizeText(name).folded))].join('\n')}\n`;

/** The rank of a {@link nameKey} for folded words. Each has to begin a word; an ideographic one may stand anywhere. */
export function rankNames(key: string, words: readonly string[]): number {
  let end = 0;
  for (const word of words) {
    const at = findStart(key, word);
    if (at < 0) return NAME_RANKS.none;
    end = Math.max(end, at);
  }
  const nameEnd = key.indexOf('\n', 1);
  const phrase = words.length === 1 ? (words[0] ?? '') : words.join(' ');
  if (key.startsWith(phrase, 1)) return nameEnd === phrase.length + 1 ? NAME_RANKS.exactName : NAME_RANKS.beginsName;
  if (key.includes(`\n${phrase}\n`)) return NAME_RANKS.exactAlias;
  return end < nameEnd ? NAME_RANKS.withinName : NAME_RANKS.withinAliases;
}

/** The first place where a word of the key begins with `word`. */
function findStart(key: string, word: string): number {
  const anywhere = isIdeographicAt(word, 0);
  for (let at = key.indexOf(word); at >= 0; at = key.indexOf(word, at + 1)) {
    const before = key.charCodeAt(at - 1);
    if (anywhere || before === 0x20 || before === 0x0a || isIdeographicAt(key, at - 1)) return at;
  }
  return -1;
}
