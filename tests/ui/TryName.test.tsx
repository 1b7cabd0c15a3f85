import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TriedText } from '../../src/core/linking/try-text.ts';
import type { Mention } from '../../src/core/model/mention.ts';
import { TryName, type TryTools } from '../../src/ui/TryName.tsx';

const ACME = { pack: 'p', id: 'acme' };
const TEXT = 'Acme met Globex near the Acme Bank.';
const mention = (start: number, end: number, id: string): Mention => ({
  ...{ start, end, entity: { pack: 'p', id }, name: id, alias: TEXT.slice(start, end), derivedFrom: null },
  ...{ confidence: 0.98, paint: true, privacy: 'inline' as const, alternatives: [] },
  reasons: [
    { evidence: 'full-name', weight: 4 },
    { evidence: 'derived', weight: -0.5 },
  ],
});
const TRIED: TriedText = {
  text: TEXT,
  mentions: [mention(0, 4, 'acme'), mention(9, 15, 'globex')],
  nearMisses: [{ start: 25, end: 29, alias: 'Acme', cause: 'taken', reasons: [], takenBy: 'Acme Bank' }],
};

function show(answer: TriedText | null = TRIED, names: TryTools['names'] = []) {
  const onTry = vi.fn(async () => answer);
  act(() => render(<TryName names={names} onTry={onTry} entity={ACME} locale="en" />, document.body));
  return onTry;
}
async function type(text: string): Promise<void> {
  act(() => {
    const field = document.querySelector('textarea');
    if (field === null) throw new Error('no field');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => void (await vi.advanceTimersByTimeAsync(300)));
}
const textsOf = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((found) => found.textContent ?? '');

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

test('marks the text and says why, once somebody rests', async () => {
  const onTry = show();
  await type(TEXT);
  expect(onTry).toHaveBeenCalledExactlyOnceWith(TEXT);
  expect(textsOf('.tried-text')).toEqual([TEXT]);
  expect(textsOf('[data-tried="this"]')).toEqual(['Acme']);
  expect(textsOf('[data-tried="other"]')).toEqual(['Globex']);
  expect(textsOf('[data-tried="miss"]')).toEqual(['Acme']);
  expect(textsOf('[data-told]')).toEqual([
    '“Acme” matches the alias “Acme”, 98% sure: it is a full name.',
    '“Acme” is not marked as “Acme”: it is part of a mark for Acme Bank.',
  ]);
});

test.each<[string, TriedText | null, RegExp]>([
  ['nothing stands there', { text: 'x', mentions: [], nearMisses: [] }, /No name of this entry stands/],
  ['it cannot be tried', null, /cannot be tried just now/],
  [
    'too little speaks for it',
    { ...TRIED, nearMisses: [{ start: 25, end: 29, alias: 'Acme', cause: 'unlikely', reasons: [], takenBy: null }] },
    /too little speaks for it/,
  ],
])('says that %s', async (_what, answer, said) => {
  show(answer);
  await type('x');
  expect(textsOf('.try-answer')[0]).toMatch(said);
});

test('an empty text is not asked about', async () => {
  const onTry = show();
  await type('  ');
  expect(onTry).not.toHaveBeenCalled();
  expect(textsOf('.try-answer')).toEqual(['']);
});

test('names stand beside it with their rules in words', () => {
  show(null, [
    { text: 'Acme' },
    { text: 'MOST', case: 'exact', needs: { words: ['ministry'], longForm: true }, not: ['at MOST'] },
    { text: 'Ac', highlight: false },
  ]);
  expect(textsOf('.name-rules li')).toEqual([
    'Acme wherever it stands',
    'MOST only with these capitals; only near “ministry”, or only where a longer form of the name is on the page; not in “at MOST”',
    'Ac known, but never marked',
  ]);
});
