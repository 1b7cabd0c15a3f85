import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { PublisherPreview } from '../../src/core/updates/publisher-preview.ts';
import { PublisherFound } from '../../src/ui/PublisherFound.tsx';

const PREVIEW: PublisherPreview = {
  ...{ url: 'https://packs.example/demo.manifest.json', pack: 'demo', title: 'Demo', version: 3, channel: 'stable' },
  ...{ publisher: 'Acme Press', license: 'CC-BY-4.0', counts: { entities: 12, facts: 34, sources: 5, conflicts: 0 } },
  ...{ bytes: 2048, issued: '2026-11-22T10:00:00Z', notes: '', keys: [], threshold: 1 },
  ...{ installedVersion: null, hasOtherKeys: false },
};

function show(changed: Partial<PublisherPreview> = {}) {
  const onSubscribe = vi.fn();
  const preview = { ...PREVIEW, ...changed };
  act(() => render(<PublisherFound preview={preview} locale="en" onSubscribe={onSubscribe} />, document.body));
  return onSubscribe;
}
const text = (): string => document.body.textContent ?? '';

afterEach(() => render(null, document.body));

test('says whose pack it is, under which licence, and how much is in it', () => {
  show();
  expect(text()).toContain('Acme Press · CC-BY-4.0');
  expect(text()).toContain('12 names · 34 facts · 5 sources');
});

test('leaves out what the manifest does not say', () => {
  show({ publisher: '', license: '', counts: null });
  expect(text()).not.toContain('·');
  expect(text()).not.toContain('names');
});

test('an unsigned pack says so and is never applied without being asked', () => {
  const onSubscribe = show();
  expect(text()).toMatch(/not signed/);
  expect(document.querySelector('[role="switch"]')).toBeNull();
  act(() => document.querySelector<HTMLElement>('[data-tone="main"]')?.click());
  expect(onSubscribe).toHaveBeenCalledWith({ schedule: 'daily', isAutomatic: false });
});
