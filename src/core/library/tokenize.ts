import { isIdeographic } from '../text/fold.ts';
import { normalizeText } from '../text/normalize.ts';

/** Longer words are cut: what is longer is an address or a digest, and nobody types it out. */
const MAX_WORD_LENGTH = 40;

/** The words somebody typed, folded: an ideographic run is one word. */
export const foldWords = (text: string): string[] => {
  const { folded } = normalizeText(text);
  return folded === '' ? [] : folded.split(' ');
};

/**
 * The tokens by which a text is found: folded words, and of scripts without spaces every two neighbouring characters, with the
 * last of a run alone, so that a single character is the beginning of some token wherever it stands.
 */
export function tokenizeText(text: string): string[] {
  return foldWords(text).flatMap((word) =>
    splitScripts(word).flatMap((run) =>
      isIdeographicAt(run, 0) ? [...pairsOf(run), run.slice(-1)] : [run.slice(0, MAX_WORD_LENGTH)],
    ),
  );
}

/** The same for what somebody looks for, where the last character alone would ask for less than the pair it ends. */
export function tokenizeQuery(text: string): string[] {
  return foldWords(text).flatMap((word) =>
    splitScripts(word).flatMap((run) =>
      isIdeographicAt(run, 0) && run.length > 1 ? pairsOf(run) : [run.slice(0, MAX_WORD_LENGTH)],
    ),
  );
}

/** Whether the character at a place of a folded text is of a script without spaces. */
export const isIdeographicAt = (folded: string, index: number): boolean => isIdeographic(folded.charCodeAt(index));

/** A word where it changes between scripts with spaces and without: "openai公司" is two. */
function splitScripts(word: string): string[] {
  const runs: string[] = [];
  let start = 0;
  for (let index = 1; index <= word.length; index++) {
    if (index < word.length && isIdeographicAt(word, index) === isIdeographicAt(word, start)) continue;
    runs.push(word.slice(start, index));
    start = index;
  }
  return runs;
}

function pairsOf(run: string): string[] {
  const pairs: string[] = [];
  for (let index = 0; index + 1 < run.length; index++) pairs.push(run.slice(index, index + 2));
  return pairs;
}
