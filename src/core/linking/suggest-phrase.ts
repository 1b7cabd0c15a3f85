import { isFunctionWord } from '../text/function-words.ts';

type Word = { readonly text: string; readonly start: number; readonly end: number };

/** Characters of a script without spaces that are taken on each side. */
const IDEOGRAPHS = 2;

/**
 * The words by which a wrong mark can be told from right ones: the longer name that the alias is a part of, else the alias with the
 * nearest word that means something, on the right before on the left. The alias alone where the sentence has nothing more.
 */
export function suggestPhrase(sentence: string, alias: string): string {
  const start = sentence.toLowerCase().indexOf(alias.toLowerCase());
  if (start < 0) return alias;
  const end = start + alias.length;
  const dense = new RegExp(`${IDEOGRAPHIC}{0,${IDEOGRAPHS}}$`, 'u').exec(sentence.slice(0, start))?.[0] ?? '';
  const denseAfter = new RegExp(`^${IDEOGRAPHIC}{0,${IDEOGRAPHS}}`, 'u').exec(sentence.slice(end))?.[0] ?? '';
  if (dense !== '' || denseAfter !== '') return dense + sentence.slice(start, end) + denseAfter;

  const [before, after] = chooseWords(neighbours(sentence, start, -1), neighbours(sentence, end, 1));
  return sentence.slice(before.at(-1)?.start ?? start, after.at(-1)?.end ?? end);
}

/** Which of the words on the left and on the right, both the nearest first. */
function chooseWords(
  left: readonly Word[],
  right: readonly Word[],
): readonly [before: readonly Word[], after: readonly Word[]] {
  const [before, after] = [leading(left, isNamePart), leading(right, isNamePart)];
  if (before.length + after.length > 0) return [before, after];
  if (isTelling(right[0])) return [[], right.slice(0, 1)];
  if (isTelling(left[0])) return [left.slice(0, 1), []];
  return right.length > 0 ? [[], right.slice(0, 2)] : [left.slice(0, 2), []];
}

const IDEOGRAPHIC = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]';

/** Words next to a place, the nearest first, as far as nothing but a space stands between. */
function neighbours(sentence: string, at: number, step: -1 | 1): Word[] {
  const words: Word[] = [...sentence.matchAll(/[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu)].map(({ 0: text, index }) => ({
    ...{ text, start: index, end: index + text.length },
  }));
  const ordered = step === 1 ? words : words.toReversed();
  const found: Word[] = [];
  let edge = at;
  for (const word of ordered.filter(({ start, end }) => (step === 1 ? start >= at : end <= at))) {
    const gap = step === 1 ? sentence.slice(edge, word.start) : sentence.slice(word.end, edge);
    if (!/^\s+$/.test(gap)) break;
    found.push(word);
    edge = step === 1 ? word.end : word.start;
  }
  return found;
}

const isTelling = (word: Word | undefined): boolean => word !== undefined && !isFunctionWord(word.text);
const isNamePart = ({ text }: Word): boolean => /^\p{Lu}/u.test(text) && !isFunctionWord(text);

function leading(words: readonly Word[], test: (word: Word) => boolean): Word[] {
  const stop = words.findIndex((word) => !test(word));
  return words.slice(0, stop < 0 ? words.length : stop);
}
