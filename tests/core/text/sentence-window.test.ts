import one from 'compromise/one';
import { expect, test } from 'vitest';
import { sentenceAround } from '../../../src/core/text/sentence-window.ts';
import { createSentenceSplitter } from '../../../src/nlp/compromise-splitter.ts';

const split = createSentenceSplitter(one);

const around = (text: string, name: string) => {
  const start = text.indexOf(name);
  return sentenceAround(text, start, start + name.length, split);
};

test('cuts the sentence of a name, with its place in the text', () => {
  const text = 'It rained. MOST released rules today. Nobody read them.';
  const window = around(text, 'MOST');
  expect(window.text).toBe('MOST released rules today.');
  expect(text.slice(window.start, window.start + window.text.length)).toBe(window.text);
});

test('a name across two sentences gets both', () => {
  expect(around('He met Yahoo! Inc. of America. Bye now.', 'Yahoo! Inc. of').text).toContain('Yahoo! Inc. of America.');
});

test('a text without an end hands over a bounded window', () => {
  const text = `${'word '.repeat(5000)}MOST ${'word '.repeat(5000)}`;
  expect(around(text, 'MOST').text.length).toBeLessThan(1300);
});
