import { expect, test } from 'vitest';
import { readingAround } from '../../../src/core/card/reading-around.ts';

const TEXT = 'First comes Acme. Then Globex bought Initech, and Globex paid. Last comes Hooli.';
const at = (word: string, id: string, pack = 'demo') => {
  const start = TEXT.indexOf(word);
  return { start, end: start + word.length, entity: { pack, id } };
};

test('the sentence, and the others of the pack in it, each once', () => {
  const mentions = [at('Acme', 'acme'), at('Globex', 'globex'), at('Initech', 'initech'), at('Hooli', 'hooli')];
  const [, globex] = mentions;
  if (globex === undefined) throw new Error('no mention');
  const reading = readingAround(TEXT, globex, [...mentions, at('Initech', 'initech')], '2018-05');
  expect({ ...reading, sentence: reading.sentence.trim() }).toEqual({
    sentence: 'Then Globex bought Initech, and Globex paid.',
    entities: ['initech'],
    articleDate: '2018-05',
  });
});

test('names of other packs say nothing of this one', () => {
  expect(readingAround(TEXT, at('Globex', 'globex'), [at('Initech', 'initech', 'other')], null).entities).toEqual([]);
});
