import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { MergeWord, NamedRecord } from '../../src/core/merging/merge-word.ts';
import { SameEntity } from '../../src/ui/SameEntity.tsx';

const record = (pack: string, id: string, name: string): NamedRecord => ({
  ...{ ref: { pack, id }, name, packTitle: `Pack ${pack}` },
});
const OURS = record('ours', 'acme', 'Acme');
const THEIRS = record('theirs', 'acme-inc', 'Acme Incorporated');

function show(words: readonly MergeWord[] = [], found: readonly NamedRecord[] = [THEIRS]) {
  const tools = { onFind: vi.fn(async () => found), onSay: vi.fn(), onTakeBack: vi.fn() };
  const page = {
    entity: { ref: OURS.ref, name: 'Acme', type: 'company' as const, description: '', website: null },
    packs: ['ours', 'other', 'own'].map((id) => ({ id, title: `Pack ${id}`, version: 1, entity: 'acme' })),
  };
  act(() => render(<SameEntity page={page} words={words} {...tools} />, document.body));
  return tools;
}
const click = (selector: string): void => void act(() => document.querySelector<HTMLElement>(selector)?.click());
const textsOf = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((found) => found.textContent ?? '');
async function type(text: string): Promise<void> {
  act(() => {
    const field = document.querySelector<HTMLInputElement>('input[type="search"]');
    if (field === null) throw new Error('no field');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
  await act(async () => void (await vi.advanceTimersByTimeAsync(200)));
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  render(null, document.body);
  vi.useRealTimers();
});

test('each other pack can be parted, but not what the user added', () => {
  const { onSay } = show();
  expect(textsOf('[data-part]')).toHaveLength(1);
  click('[data-part="other"]');
  expect(onSay).toHaveBeenCalledWith({ pack: 'other', id: 'acme' }, 'different');
});

test('a name of another pack is looked for and joined', async () => {
  const { onFind, onSay } = show();
  click('[data-action="join"]');
  expect(document.activeElement?.getAttribute('type')).toBe('search');
  await type(' acme ');
  expect(onFind).toHaveBeenCalledExactlyOnceWith('acme');
  expect(textsOf('.join-choice')).toEqual(['Acme Incorporated Pack theirs']);
  click('.join-choice');
  expect(onSay).toHaveBeenCalledWith(THEIRS.ref, 'same');
  expect(document.querySelector('.join-entity')).toBeNull();
});

test('a search that finds nobody says so', async () => {
  show([], []);
  click('[data-action="join"]');
  await type('zzz');
  expect(textsOf('.join-found')).toEqual(['No other pack has a name that begins with “zzz”.']);
});

test('what was said is listed, and can be taken back', () => {
  const words: MergeWord[] = [
    { verdict: 'same', records: [OURS, THEIRS] },
    { verdict: 'different', records: [OURS, record('third', 'x', 'Acme Bakery')] },
  ];
  const { onTakeBack } = show(words);
  expect(textsOf('[data-word] span')).toEqual([
    'You said that “Acme” (Pack ours) and “Acme Incorporated” (Pack theirs) are the same.',
    'You said that “Acme” (Pack ours) and “Acme Bakery” (Pack third) are not the same.',
  ]);
  click('[data-word="different"] button');
  expect(onTakeBack).toHaveBeenCalledWith(words[1]);
});
