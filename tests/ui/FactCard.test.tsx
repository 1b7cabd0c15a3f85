import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test } from 'vitest';
import { viewEntityPage, type CardView } from '../../src/core/card/card-view.ts';
import type { CardFrame } from '../../src/ui/CardHead.tsx';
import { FactCard } from '../../src/ui/FactCard.tsx';
import { makeEntity, makeFact } from '../fixtures/builders.ts';

const HOSTILE = '<img src=x onerror=alert(1)>';

const makeCard = (facts = [makeFact()]): CardView => ({
  ...viewEntityPage({
    pack: { id: 'demo', title: 'Demo', version: 3 },
    entity: makeEntity({ id: 'acme', name: 'Acme' }),
    facts,
    sources: [
      {
        id: 's1',
        type: 'webpage',
        title: 'A page',
        URL: 'https://example.org/a',
        publisher: 'The Page',
        issued: { 'date-parts': [[2018, 5]] },
      },
    ],
    conflicts: [],
    others: [],
  }),
  match: {
    alias: 'Acme',
    derivedFrom: null,
    surface: 'ACME',
    confidence: 0.924,
    reasons: [{ evidence: 'single-word', weight: 2.5 }],
    alternatives: [],
    sentence: 'ACME rose.',
    site: 'example.org',
  },
});

const nothing = (): void => {};
const FRAME: CardFrame = {
  isPinned: false,
  onBack: null,
  onPin: nothing,
  onClose: nothing,
  onMove: nothing,
  onDrag: nothing,
};
const TOOLS = { onFollow: nothing, onCopy: () => Promise.resolve(true) };

function show(card: CardView): HTMLElement {
  const root = document.createElement('div');
  document.body.append(root);
  act(() => render(<FactCard card={card} locale="en" frame={FRAME} tools={TOOLS} correctUrl={null} />, root));
  return root;
}

afterEach(() => document.body.replaceChildren());

test('shows each fact with certainty, as-of date and linked source', () => {
  const fact = show(makeCard()).querySelector('[data-fact="f1"]');
  expect(fact?.textContent).toContain('Acme was valued at over $4 billion.');
  expect(fact?.textContent).toContain('Reported');
  expect(fact?.textContent).toContain('as of May 2018');
  const link = fact?.querySelector('a');
  expect([link?.href, link?.target, link?.rel]).toEqual(['https://example.org/a', '_blank', 'noopener noreferrer']);
});

test('says "undated" where there is no date', () => {
  expect(show(makeCard([makeFact({ asOf: { basis: 'unknown' } })])).textContent).toContain('undated');
});

test('shows three claims first, and all on demand', () => {
  const root = show(makeCard(Array.from({ length: 7 }, (_, index) => makeFact({ id: `f${index}` }))));
  expect(root.querySelectorAll('article')).toHaveLength(3);
  act(() => root.querySelector<HTMLElement>('.card-more')?.click());
  expect(root.querySelectorAll('article')).toHaveLength(7);
});

test('says why it was marked: alias, pack, confidence', () => {
  expect(show(makeCard()).querySelector('.card-foot')?.textContent).toMatch(
    /Demo, version 3.*“ACME” matches the alias “Acme”, 92% sure/,
  );
});

test('T13: markup in a pack stays text', () => {
  const root = show(makeCard([makeFact({ statement: HOSTILE, note: HOSTILE })]));
  expect(root.querySelector('img')).toBeNull();
  expect(root.textContent).toContain(HOSTILE);
});

test('a name without facts says so', () => {
  expect(show(makeCard([])).textContent).toContain('No facts about this name');
});
