import { expect, test } from 'vitest';
import * as v from 'valibot';
import { markStyle } from '../../src/background/mark-style.ts';
import { MARK_STRENGTHS, MARK_STYLES } from '../../src/core/model/settings.ts';
import { contentRequests } from '../../src/messaging/contract.ts';

test.each(['mark){} body', 'a', 'ABCDEFGHIJKL', 'abcdefghijk1', ''])(
  'a highlight name such as %j never gets into the style sheet',
  (mark) => {
    expect(v.is(contentRequests['annotator.style'], { mark, flash: 'abcdefghijkl' })).toBe(false);
  },
);

const NAMES = { mark: 'abcdefghijkl', flash: 'mnopqrstuvwx' };

test.each(MARK_STYLES.flatMap((style) => MARK_STRENGTHS.map((strength) => [style, strength] as const)))(
  '%s, %s: drawn in the colour of the text, and not printed',
  (style, strength) => {
    const css = markStyle(NAMES, { markStyle: style, markStrength: strength });
    expect(css.split('@media')[0]).toContain('currentColor');
    expect(css).toMatch(/@media print \{[^}]*text-decoration: none; background-color: transparent/);
    expect(css).toContain('forced-colors: active');
  },
);

test('only Firefox, which hands no highlight down, is given a rule for every element', () => {
  const [forAll = '', forFirefox = ''] = markStyle(NAMES, { markStyle: 'dotted', markStrength: 'normal' }).split(
    '@supports',
  );
  const highlights = forAll.match(/\S*::highlight\(/g) ?? [];
  expect(highlights.length).toBeGreaterThan(0);
  expect(highlights.every((selector) => selector.startsWith(':root'))).toBe(true);
  expect(forFirefox).toMatch(/^ \(-moz-appearance: none\)[^:]*\n::highlight\(abcdefghijkl\)/);
});
