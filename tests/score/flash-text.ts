import KeywordProcessor from 'flashtext.js';
import type { GoldMention } from './corpus.ts';
import type { NamedEntity, NameSpotter } from './spotters.ts';

const [OPEN, CLOSE] = ['\ue000', '\ue001'];

/**
 * The JavaScript port of FlashText. It tells which keywords it found but not where, so each is replaced by its number
 * between two private-use characters, and the places are read off the replaced text.
 */
export function extractWithFlashText(names: readonly NamedEntity[]): NameSpotter {
  const processor = new KeywordProcessor();
  names.forEach(({ name }, number) => processor.addKeyword(name, `${OPEN}${number}${CLOSE}`));
  return (text) => {
    const replaced = processor.replaceKeywords(text);
    const found: GoldMention[] = [];
    let at = 0;
    for (let index = 0; index < replaced.length; index++) {
      if (replaced[index] !== OPEN) {
        at++;
        continue;
      }
      const close = replaced.indexOf(CLOSE, index);
      const named = names[Number(replaced.slice(index + 1, close))];
      index = close;
      if (named === undefined) continue;
      found.push({ start: at, end: at + named.name.length, entity: named.entity });
      at += named.name.length;
    }
    return found;
  };
}
