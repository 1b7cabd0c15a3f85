import type { Span } from '../matching/verify-candidate.ts';

/** Words that an abbreviation may pass over. */
const SMALL_WORD = /^(?:of|the|and|for|in|on|at|to|by|de|la|le|du|des|der|die|das|und|et|y|&)$/iu;
const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’]*|&/gu;
/** Between two words of one name. */
const GAP = /^[\s,‑-]{1,3}$/u;
/** Two letters are the initials of too much. */
const MIN_LETTERS = 3;

/**
 * The first sequence of capitalised words in `text` whose initials are the letters of `abbreviation`: what a page means by an
 * abbreviation that it does not put in brackets. Null if there is none, or the abbreviation has fewer than three letters.
 * Offsets are UTF-16 code units, end exclusive.
 */
export function findExpansion(text: string, abbreviation: string): Span | null {
  const letters = abbreviation.replace(/[^\p{L}]/gu, '').toLowerCase();
  if (letters.length < MIN_LETTERS) return null;
  const words = [...text.matchAll(WORD)].map((match) => ({ word: match[0], start: match.index }));
  for (let first = 0; first < words.length; first++) {
    const end = spellsOut(text, words, first, letters);
    if (end !== null) return { start: words[first]?.start ?? 0, end };
  }
  return null;
}

type Word = { readonly word: string; readonly start: number };

/** Where the name ends whose words, from `first` on, begin with the letters; null if they do not. */
function spellsOut(text: string, words: readonly Word[], first: number, letters: string): number | null {
  let spelled = 0;
  for (let position = first; position < words.length; position++) {
    const { word, start } = words[position] ?? { word: '', start: 0 };
    const previous = words[position - 1];
    if (
      position > first &&
      previous !== undefined &&
      !GAP.test(text.slice(previous.start + previous.word.length, start))
    )
      return null;
    if (/^\p{Lu}\p{Ll}/u.test(word) && word.charAt(0).toLowerCase() === letters.charAt(spelled)) spelled++;
    else if (position === first || !SMALL_WORD.test(word)) return null;
    if (spelled === letters.length) return start + word.length;
  }
  return null;
}
