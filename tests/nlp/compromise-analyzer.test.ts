import two from 'compromise/two';
import { expect, test } from 'vitest';
import { createSentenceAnalyst } from '../../src/nlp/compromise-analyzer.ts';

const analyze = createSentenceAnalyst(two);

test('tags the neighbours as they are when the name is one', () => {
  const { terms } = analyze({ sentence: 'MOST released new guidelines on AI.', name: 'MOST' });
  expect(terms[0]).toMatchObject({ text: 'MOST', start: 0, end: 4, reading: 'ordinary' });
  expect(terms[1]?.tags).toContain('Verb');
});

test('leaves the word list as it found it', () => {
  analyze({ sentence: 'MOST released rules.', name: 'MOST' });
  expect(two('most people').json({ offset: true })[0].terms[0].tags).toContain('Adjective');
  analyze({ sentence: 'Huawei left.', name: 'Huawei' });
  expect((two.model() as { one: { lexicon: object } }).one.lexicon).not.toHaveProperty('huawei');
});

test.each(['constructor', '__proto__', 'toString'])('the name %s is only a name', (name) => {
  expect(analyze({ sentence: `${name} said so.`, name }).terms[0]?.reading).toBeUndefined();
});

test('offsets are those of the sentence', () => {
  const sentence = 'He said: “The  MOST (ministry) is slow.”';
  for (const { text, start, end } of analyze({ sentence, name: 'MOST' }).terms)
    expect(sentence.slice(start, end)).toBe(text);
});
