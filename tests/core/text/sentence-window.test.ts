import { expect, test } from 'vitest';
import { sentenceAround } from '../../../src/core/text/sentence-window.ts';

const around = (text: string, name: string) => {
  const start = text.indexOf(name);
  return sentenceAround(text, start, start + name.length);
};

test('cuts the sentence of a name, with its place in the text', () => {
  const text = 'It rained. MOST released rules today. Nobody read them.';
  const window = around(text, 'MOST');
  expect(window.text).toBe('MOST released rules today.');
  expect(text.slice(window.start, window.start + window.text.length)).toBe(window.text);
});

test.each([
  ['Dr. Lee of MOST spoke. He left.', 'MOST', 'Dr. Lee of MOST spoke.'],
  ['It was so. The U.S. MOST report came late. Then rain.', 'MOST', 'The U.S. MOST report came late.'],
  ['Shares of Acme Inc. MOST said so. Then rain.', 'MOST', 'Shares of Acme Inc. MOST said so.'],
  ['He saw J. B. MOST there. Then rain.', 'MOST', 'He saw J. B. MOST there.'],
  ['A heading\nMOST released rules', 'MOST', 'MOST released rules'],
  ['昨天下雨。科技部发布了规则。没人读。', '科技部', '科技部发布了规则。'],
])('of “%s” around %s it is “%s”', (text, name, sentence) => {
  expect(around(text, name).text).toBe(sentence);
});

test('a name across two sentences gets both', () => {
  expect(around('He met Yahoo! Inc. of America. Bye now.', 'Yahoo! Inc. of').text).toContain('Yahoo! Inc. of America.');
});

test('a text without an end hands over a bounded window', () => {
  const text = `${'word '.repeat(5000)}MOST ${'word '.repeat(5000)}`;
  expect(around(text, 'MOST').text.length).toBeLessThan(1300);
});
