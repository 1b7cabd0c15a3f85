import { stemmer } from 'stemmer';
import { isFunctionWord } from '../text/function-words.ts';
import { normalizeText } from '../text/normalize.ts';

/**
 * The words of a text that carry its meaning, folded and cut to their stems (Porter 1980), in order. Numbers are left to
 * `readFigures`. Characters of scripts without spaces count in pairs, as is usual where nothing cuts words.
 */
export function contentWords(text: string): string[] {
  return normalizeText(text)
    .folded.split(' ')
    .flatMap((word) => {
      if (isFunctionWord(word) || /^\d+$/.test(word) || word === '') return [];
      return IDEOGRAPHIC.test(word) ? pairsOf(word) : [stemmer(word)];
    });
}

const IDEOGRAPHIC = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]/;

const pairsOf = (word: string): string[] =>
  word.length < 2 ? [word] : Array.from({ length: word.length - 1 }, (_, at) => word.slice(at, at + 2));
