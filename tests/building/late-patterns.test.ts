import { runInNewContext } from 'node:vm';
import { parseAst } from 'vite';
import { describe, expect, test } from 'vitest';
import { makePatternsLate } from '../../src/building/late-patterns.ts';

const change = (code: string): string => makePatternsLate(code, (source) => parseAst(source));

/** What a script comes to, before and after. */
const both = (code: string): readonly [unknown, unknown] => [runInNewContext(code), runInNewContext(change(code))];

describe('patterns with a Unicode property', () => {
  test('are made at their first use', () => {
    expect(change(String.raw`const WORD = /^\p{L}+$/u; const isWord = (text) => WORD.test(text);`)).toBe(
      String.raw`let latePattern$0; const WORD = () => (latePattern$0 ??= RegExp("^\\p{L}+$", "u")); const isWord = (text) => WORD().test(text);`,
    );
  });

  test.each([
    ['a constant', String.raw`const WORD = /\p{L}+/u; ['a1', '2'].map((text) => WORD.test(text)).join()`],
    [
      'a constant with a state',
      String.raw`const ALL = /\p{L}/gu; [ALL.test('ab'), ALL.test('ab'), ALL.test('ab')].join()`,
    ],
    [
      'a literal with a state',
      String.raw`const count = (text) => /\p{L}/gu.test(text); [count('a'), count('a')].join()`,
    ],
    ['a literal after a keyword', String.raw`const find = (text) => { return/\p{Lu}/u.exec(text)?.[0] }; find('aB')`],
    ['a literal as an argument', String.raw`'Ünder_x'.replace(/[^\p{L}]/gu, '-').split(/(?=\p{Ll}x)/u).join()`],
    ['quotes and lines', String.raw`const ODD = /["'\p{P}\n\u2028]/u; ODD.test('"') + ' ' + ODD.source`],
    [
      'a name that is a key too',
      String.raw`const KEY = /\p{L}/u; const it = { KEY: 1, other: KEY }; it.KEY + String(it.other)`,
    ],
    ['a shorthand', String.raw`const SHORT = /\p{L}/u; const it = { SHORT }; String(it.SHORT)`],
    [
      'a name that is a parameter too',
      String.raw`const P = /\p{L}/u; const use = (P) => P + 1; use(1) + String(P.test('a'))`,
    ],
    [
      'two in one declaration',
      String.raw`const A = /\p{L}/u, B = /\p{N}/u; [A.test('a'), B.test('1'), B.test('a')].join()`,
    ],
    ['none', String.raw`const PLAIN = /[a-z]/; PLAIN.test('a')`],
  ])('%s means the same', (_name, code) => {
    const [before, after] = both(code);
    expect(after).toEqual(before);
  });

  test('an exported constant stays one', () => {
    const code = String.raw`export const WORD = /\p{L}/u; const OTHER = /\p{N}/u; export { OTHER };`;
    expect(change(code)).toContain('export const WORD =  (latePattern$0 ??= RegExp(');
    expect(change(code)).toContain('const OTHER =  (latePattern$1 ??= RegExp(');
  });

  test('what has none is left as it is', () => {
    const code = 'const PLAIN = /[a-z]/u;';
    expect(change(code)).toBe(code);
  });
});
