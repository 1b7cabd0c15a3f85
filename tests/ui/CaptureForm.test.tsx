import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { beginCapture } from '../../src/core/capture/begin-capture.ts';
import type { Capture, EntityChoice } from '../../src/core/capture/capture.ts';
import { CaptureForm, type CaptureFormProps } from '../../src/ui/CaptureForm.tsx';
import { makeClip } from '../core/capture/make-clip.ts';

const choice = (id: string): EntityChoice => ({ entity: { pack: 'demo', id }, name: `Name of ${id}` });
const capture = (intent: Capture['intent']): Capture =>
  beginCapture(makeClip(), { id: 'capture-1', intent, now: 0, guesses: [choice('acme'), choice('bolt')] });

function show(intent: Capture['intent'], problems: Awaited<ReturnType<CaptureFormProps['onSave']>> = []) {
  const actions = {
    onDraft: vi.fn<CaptureFormProps['onDraft']>(),
    onFind: vi.fn(() => Promise.resolve([choice('found')])),
    onSave: vi.fn(() => Promise.resolve(problems)),
    onLater: vi.fn(),
    onDiscard: vi.fn(),
  };
  act(() => render(<CaptureForm capture={capture(intent)} {...actions} />, document.body));
  return actions;
}
const find = (selector: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(selector);
  if (found === null) throw new Error(`no ${selector}`);
  return found;
};
const valueOf = (selector: string): string => (find(selector) as HTMLInputElement).value;
const type = (selector: string, value: string): void =>
  void act(() => {
    const field = find(selector) as HTMLInputElement;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });

afterEach(() => render(null, document.body));

test('problems stand at their fields, are named for who hears the page, and go when they are mended', async () => {
  const problems = [
    { field: 'statement', message: 'must not be empty.' },
    { field: 'source.title', message: 'must not be empty.' },
    { field: '', message: 'It did not work.' },
  ];
  show('fact', problems);
  await act(async () => {
    find('form').dispatchEvent(new Event('submit', { cancelable: true }));
    await Promise.resolve();
  });
  const field = find('[data-field="statement"] textarea');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const said = (field.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .map((id) => document.getElementById(id)?.textContent);
  expect(said).toContain('Must not be empty.');
  expect(find('.source-fields').hasAttribute('open')).toBe(true);
  expect(find('[role="alert"]').textContent).toContain('It did not work.');
  type('[data-field="statement"] textarea', 'A claim.');
  expect(find('[data-field="statement"] textarea').getAttribute('aria-invalid')).toBe('false');
});

test('a fact is about who was guessed first, unless somebody else is chosen', () => {
  const { onDraft } = show('fact');
  expect(valueOf('.subject :checked')).toBe('demo/acme');
  act(() => find('input[value="demo/bolt"]').click());
  expect(onDraft.mock.lastCall?.[0]).toMatchObject({ subject: choice('bolt') });
  act(() => find('input[value="new"]').click());
  expect(onDraft.mock.lastCall?.[0]).toMatchObject({ subject: null });
  expect(find('[data-field="entityType"]')).toBeTruthy();
});

test('another name is looked for after a pause', async () => {
  vi.useFakeTimers();
  const { onFind, onDraft } = show('fact');
  type('input[type="search"]', 'fou');
  type('input[type="search"]', 'found');
  await act(async () => void (await vi.advanceTimersByTimeAsync(500)));
  vi.useRealTimers();
  expect(onFind).toHaveBeenCalledExactlyOnceWith('found');
  act(() => find('input[value="demo/found"]').click());
  expect(onDraft.mock.lastCall?.[0]).toMatchObject({ subject: choice('found') });
});

test('a name to follow is new until it is said to be another name of somebody', () => {
  show('follow');
  expect(valueOf('.subject :checked')).toBe('new');
  expect(valueOf('[data-field="name"] input')).toBe('Acme sells anvils');
  expect(document.querySelector('[data-field="statement"]')).toBeNull();
  act(() => find('input[value="demo/acme"]').click());
  expect(find('[data-field="name"] label').textContent).toContain('Name of acme');
});
