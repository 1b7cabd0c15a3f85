import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { EVERYTHING, type LibraryQuery } from '../../src/core/library/library-query.ts';
import type { LibraryRow } from '../../src/core/library/library-row.ts';
import { LibraryPage, type LibraryPageProps } from '../../src/ui/LibraryPage.tsx';

const COUNTS = {
  packs: { demo: 3 },
  types: {
    ...{ company: 2, policy: 0, agency: 1, person: 0, product: 0, place: 0 },
    ...{ institution: 0, initiative: 0, benchmark: 0, fund: 0, concept: 0 },
  },
  certainties: { asserted: 0, reported: 3, forecast: 0, opinion: 0 },
  qualities: { ok: 3, suspect: 0, stale: 0, corrupt: 0, vague: 0, promotional: 0 },
  ...{ disputed: 1, new: 0 },
};
const FOUND = {
  ...{ number: 1, isComplete: true, total: 3, outOf: 1234, counts: COUNTS },
  packs: [{ id: 'demo', title: 'Demo pack' }],
};
const READY = { phase: 'ready', done: 0, of: 0 } as const;

const row = (name: string): LibraryRow => ({
  ...{ ref: { pack: 'demo', id: name }, name, type: 'company', packs: ['Demo pack'], factCount: 1 },
  ...{ newest: '2019-08', isDisputed: false, isNew: false, foundIn: null },
});

function show(changed: Partial<LibraryPageProps> = {}) {
  const actions = {
    ...{ onQuery: vi.fn(), onRetry: vi.fn(), onChooseNone: vi.fn() },
    ...{ onCopy: vi.fn(async () => true), onExport: vi.fn(async () => true) },
  };
  const grid = {
    ...{ question: '', locale: 'en', scrollTop: 0, onScroll: vi.fn(), onVisible: vi.fn() },
    ...{ onOpen: vi.fn(), onChoose: vi.fn(), isChosen: () => false, urlOf: () => '#' },
    rowAt: (index: number) => row(`Name ${index}`),
  };
  const props: LibraryPageProps = {
    ...{ query: EVERYTHING, progress: READY, found: FOUND, grid, chosenCount: 0, isFullyChosen: false },
    ...{ isWide: true, packsUrl: '#/packs', actions, ...changed },
  };
  act(() => render(<LibraryPage {...props} />, document.body));
  return { ...actions, ...grid };
}
const textOf = (selector = 'body'): string => document.querySelector(selector)?.textContent ?? '';
const click = (selector: string): void => void act(() => document.querySelector<HTMLElement>(selector)?.click());
const narrowed: LibraryQuery = { ...EVERYTHING, text: 'x', types: ['agency'] };

afterEach(() => render(null, document.body));

test.each<[string, Partial<LibraryPageProps>, RegExp]>([
  ['is being read', { found: null, progress: { phase: 'reading', done: 0, of: 0 } }, /Reading your packs …/],
  ['is read in part', { found: null, progress: { phase: 'reading', done: 1000, of: 5000 } }, /1,000 of 5,000 names/],
  ['cannot be read', { progress: { phase: 'failed', done: 0, of: 0 } }, /could not be read.*untouched/],
  ['has nothing', { found: { ...FOUND, total: 0, outOf: 0 } }, /No pack is in use/],
  ['has nothing that fits', { found: { ...FOUND, total: 0 } }, /No name fits all of this/],
  ['is brought up to date', { progress: { phase: 'building', done: 10, of: 20 } }, /3 names of 1,234.*10 of 20/],
  ['has names', {}, /3 names of 1,234/],
])('a library that %s says so', (_state, props, said) => {
  show(props);
  expect(textOf()).toMatch(said);
});

test('tells a screen reader how many rows there are, however few are drawn', () => {
  show({ found: { ...FOUND, total: 100_000 } });
  const grid = document.querySelector('[role="grid"]');
  expect(grid?.getAttribute('aria-rowcount')).toBe('100000');
  expect(document.querySelectorAll('[role="row"]').length).toBeLessThan(60);
});

test('offers only choices that leave a name, and those that are made', () => {
  const { onQuery } = show({ query: narrowed });
  expect([...document.querySelectorAll('[data-filter]')].map((box) => box.getAttribute('data-filter'))).toEqual([
    'demo',
    'company',
    'agency',
    'disputed',
    'reported',
    'ok',
  ]);
  click('[data-filter="agency"]');
  expect(onQuery).toHaveBeenLastCalledWith({ ...narrowed, types: [] }, false);
  click('[data-filter="disputed"]');
  expect(onQuery).toHaveBeenLastCalledWith({ ...narrowed, isDisputed: true }, false);
});

test('taking filters back leaves what was typed', () => {
  const { onQuery } = show({ query: narrowed, found: { ...FOUND, total: 0 } });
  click('.library-blank button');
  expect(onQuery).toHaveBeenLastCalledWith({ ...EVERYTHING, text: 'x' }, false);
});

test('filters stand open where there is room, and are put away when the window becomes narrow', () => {
  const areShown = (): boolean => document.querySelector('.library-filters') !== null;
  show();
  expect(areShown()).toBe(true);
  show({ isWide: false });
  expect(areShown()).toBe(false);
  click('.library-tools button');
  expect(areShown()).toBe(true);
  show();
  expect(areShown()).toBe(true);
});

test('says when no more can be chosen', () => {
  show({ chosenCount: 200, isFullyChosen: true });
  expect(textOf('.library-selection')).toMatch(/200 chosen, which is the most/);
});
