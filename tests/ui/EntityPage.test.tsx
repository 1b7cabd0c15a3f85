import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { viewEntityPage, type EntityPage as EntityPageData } from '../../src/core/card/card-view.ts';
import type { RelatedEntity } from '../../src/core/card/related-entities.ts';
import { EntityPage } from '../../src/ui/EntityPage.tsx';
import { makeEntity, makeFact } from '../fixtures/builders.ts';

const PAGE: EntityPageData = viewEntityPage({
  pack: { id: 'demo', title: 'Demo', version: 1 },
  entity: makeEntity({ id: 'acme', name: 'Acme' }),
  facts: [
    makeFact({ id: 'old', kind: 'staff-count', statement: 'One.', asOf: { basis: 'stated', date: '2016' } }),
    makeFact({ id: 'none', kind: 'note', statement: 'Two.', asOf: { basis: 'unknown' } }),
    makeFact({ id: 'new', kind: 'staff-count', statement: 'Three.', asOf: { basis: 'stated', date: '198X' } }),
  ],
  ...{ sources: [], conflicts: [], others: [] },
});
const related = (count: number): RelatedEntity[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ ref: { pack: 'demo', id: `e${n}` }, name: `Name ${n}`, type: 'person' as const, factCount: count - n },
  }));

type Props = Parameters<typeof EntityPage>[0];
function show(changed: Partial<Props> = {}): void {
  const props: Props = {
    ...{ page: PAGE, locale: 'en', tools: { onCopy: vi.fn(async () => true) }, onShow: vi.fn(), chosen: null },
    privacy: { privacy: null, onPrivacy: vi.fn() },
    trying: { names: [], onTry: vi.fn(async () => null) },
    same: { words: [], onFind: vi.fn(async () => []), onSay: vi.fn(), onTakeBack: vi.fn() },
    additions: { onFact: vi.fn(async () => []), onAlias: vi.fn(async () => []), sources: [] },
    ...{ order: 'kind', orderUrl: (order) => `#${order}`, related: [], urlOf: ({ pack, id }) => `#${pack}/${id}` },
    ...changed,
  };
  act(() => render(<EntityPage {...props} />, document.body));
}
const textsOf = (selector: string): string[] =>
  [...document.querySelectorAll(selector)].map((found) => found.textContent ?? '');

afterEach(() => render(null, document.body));

test.each([
  ['kind', ['staff count', 'note'], ['One.', 'Three.', 'Two.'], 'By kind'],
  ['time', ['2016', '1980s', 'Undated'], ['One.', 'Three.', 'Two.'], 'Over time'],
] as const)('facts by %s stand under headings', (order, headings, statements, current) => {
  show({ order });
  expect(textsOf('.claim-section h2')).toEqual(headings);
  expect(textsOf('.fact-statement')).toEqual(statements);
  expect(textsOf('.claim-order [aria-current]')).toEqual([current]);
});

test('one fact needs no order and no heading', () => {
  show({ page: { ...PAGE, claims: PAGE.claims.slice(0, 1) } });
  expect(document.querySelector('.claim-order')).toBeNull();
  expect(document.querySelector('.claim-section h2')).toBeNull();
});

test('twelve of many related names are listed until all are asked for', () => {
  show({ related: related(30) });
  expect(textsOf('[data-related]')).toHaveLength(12);
  expect(textsOf('[data-related]')[0]).toBe('Name 0 Person · 30 facts');
  expect(document.querySelector('[data-related] a')?.getAttribute('href')).toBe('#demo/e0');
  act(() => document.querySelector<HTMLElement>('[data-action="all-related"]')?.click());
  expect(textsOf('[data-related]')).toHaveLength(30);
  expect(document.querySelector('[data-action="all-related"]')).toBeNull();
});

test('a name that is gone says so', () => {
  show({ page: null });
  expect(document.body.textContent).toContain('in none of your packs any more');
});
