import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { PackReview } from '../../src/core/packs/review.ts';
import { ReviewPage } from '../../src/ui/ReviewPage.tsx';

const ZERO = { added: 0, changed: 0, removed: 0 };
const REVIEW: PackReview = {
  ...{ pack: 'demo', title: 'Demo', from: 1, to: 2, unlisted: 3 },
  counts: {
    entities: { ...ZERO, removed: 1 },
    facts: { added: 1, changed: 1, removed: 0 },
    sources: ZERO,
    conflicts: ZERO,
  },
  records: [
    {
      ...{ kind: 'source', id: 's1', title: 'A page', change: 'changed' },
      fields: [{ field: 'issued', before: '2018', after: '2019' }],
    },
  ],
  entities: [
    {
      ...{ id: 'acme', name: 'Acme', type: 'company', change: 'same', fields: [] },
      facts: [
        {
          change: 'changed',
          id: 'a',
          before: 'Acme has 5 labs.',
          after: 'Acme has 7 labs.',
          fields: [{ field: 'certainty', before: 'reported', after: 'asserted' }],
        },
        { change: 'added', id: 'b', statement: '<img src=x onerror=alert(1)>' },
      ],
    },
    { id: 'gone', name: 'Gone', type: 'company', change: 'removed', fields: [], facts: [] },
  ],
};

function show(review: PackReview | null, isPending = true) {
  const calls = { onApply: vi.fn(), onDecline: vi.fn(), onBack: vi.fn() };
  const root = document.createElement('div');
  document.body.append(root);
  const entityUrl = (pack: string, entity: string): string => `/${pack}/${entity}`;
  act(() =>
    render(
      <ReviewPage review={review} isPending={isPending} packsUrl="/packs" entityUrl={entityUrl} {...calls} />,
      root,
    ),
  );
  const click = (name: string): void => {
    void act(() => [...root.querySelectorAll('button')].find((button) => button.textContent === name)?.click());
  };
  return { root, calls, click };
}
afterEach(() => document.body.replaceChildren());

test('shows what changes, word by word, and asks', () => {
  const { root, calls, click } = show(REVIEW);
  expect(root.textContent).toContain('Facts1 added, 1 changed, 0 removed');
  expect([...root.querySelectorAll('[data-fact="a"] p :is(ins, del)')].map((part) => part.textContent)).toEqual([
    '5',
    '7',
  ]);
  expect(root.querySelector('[data-changed-field="certainty"]')?.textContent).toBe('How surereported asserted');
  expect(root.querySelector('[data-record="s1"]')?.textContent).toBe('ChangedA pagePublished2018 2019');
  expect(root.textContent).toContain('3 more names change and are not listed.');
  expect(root.querySelector('[data-entity="acme"] a')).toBeNull();
  click('Use version 2');
  click('Not this version');
  expect([calls.onApply, calls.onDecline, calls.onBack].map((call) => call.mock.calls.length)).toEqual([1, 1, 0]);
});

test('T13: what a pack says is text', () => {
  const { root } = show(REVIEW);
  expect(root.querySelector('img')).toBeNull();
  expect(root.querySelector('[data-fact="b"]')?.textContent).toContain('<img src=x onerror=alert(1)>');
});

test('of a version in use offers the way back, and leads to its names', () => {
  const { root, calls, click } = show(REVIEW, false);
  expect(root.querySelector('[data-entity="acme"] a')?.getAttribute('href')).toBe('/demo/acme');
  expect(root.querySelector('[data-entity="gone"] a')).toBeNull();
  click('Go back to version 1');
  expect(calls.onBack).toHaveBeenCalledOnce();
});

test('says when there is nothing to compare', () => {
  expect(show(null).root.textContent).toContain('There is nothing to compare.');
});
