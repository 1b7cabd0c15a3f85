import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { AddToEntity, type EntityAdditions } from '../../src/ui/AddToEntity.tsx';

afterEach(() => render(null, document.body));

function openFactForm(sources: EntityAdditions['sources']): ReturnType<typeof vi.fn<EntityAdditions['onFact']>> {
  const onFact = vi.fn<EntityAdditions['onFact']>(() => Promise.resolve([]));
  act(() =>
    render(<AddToEntity onFact={onFact} onAlias={() => Promise.resolve([])} sources={sources} />, document.body),
  );
  act(() => document.querySelector<HTMLElement>('[data-new="fact"]')?.click());
  return onFact;
}

const sectionLabels = (): (string | null)[] =>
  [...document.querySelectorAll('fieldset label')].map((label) => label.textContent);

test('the fields of a source stand under a heading of their own', () => {
  openFactForm([]);
  expect(document.querySelector('fieldset legend')?.textContent).toBe('Source');
  expect(sectionLabels()).toEqual(['Title', 'Address (https)', 'Publication', 'Published']);
});

test('a source that is there already needs none of them, and is what is saved', async () => {
  const onFact = openFactForm([{ id: 'weekly', title: 'The Weekly' }]);
  expect(sectionLabels()).toHaveLength(5);
  const choice = document.querySelector<HTMLSelectElement>('[data-field="sourceId"] select');
  if (choice === null) throw new Error('no choice');
  act(() => {
    choice.value = 'weekly';
    choice.dispatchEvent(new Event('input', { bubbles: true }));
    choice.dispatchEvent(new Event('change', { bubbles: true }));
  });
  expect(sectionLabels()).toEqual(['Which source']);
  await act(async () => {
    document.querySelector('form')?.dispatchEvent(new Event('submit', { cancelable: true }));
    await Promise.resolve();
  });
  expect(onFact.mock.calls[0]?.[0]).toMatchObject({ sourceId: 'weekly' });
});
