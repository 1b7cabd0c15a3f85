import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import { BackupPage, type BackupPageProps } from '../../src/ui/BackupPage.tsx';

const HEADER = {
  ...{ format: 'sidelight-backup' as const, formatVersion: 1 as const, savedAt: Date.UTC(2026, 10, 22, 12) },
  ...{ hasTokens: false, counts: { packs: 2, subscriptions: 0, corrections: 0 } },
};

function show(props: Partial<BackupPageProps> = {}) {
  const actions = { onSave: vi.fn(), onFile: vi.fn(), onRestore: vi.fn(), onCancel: vi.fn() };
  const state = { save: { phase: 'idle' }, restore: { phase: 'idle' }, hasTokens: false, locale: 'en' } as const;
  act(() => render(<BackupPage {...state} {...actions} {...props} />, document.body));
  return actions;
}
const click = (selector: string): void => void act(() => document.querySelector<HTMLElement>(selector)?.click());

afterEach(() => render(null, document.body));

test('secrets go into the file only if that is ticked, and are asked about only where there are any', () => {
  show();
  expect(document.querySelector('[role="switch"]')).toBeNull();
  const { onSave } = show({ hasTokens: true });
  click('[data-save]');
  click('[role="switch"]');
  click('[data-save]');
  expect(onSave.mock.calls).toEqual([[false], [true]]);
});

test('nothing is restored before somebody says what becomes of what is there', () => {
  const { onRestore } = show({ restore: { phase: 'chosen', file: 'b.gz', header: HEADER } });
  expect(document.body.textContent).toContain('November 22, 2026');
  expect(document.body.textContent).toContain('2 packs');
  expect(onRestore).not.toHaveBeenCalled();
  click('[data-restore="add"]');
  expect(onRestore).toHaveBeenCalledExactlyOnceWith('add');
});

test('what came back and what was left is named', () => {
  show({ restore: { phase: 'done', file: 'b.gz', report: { packs: ['One', 'Two'], skipped: ['Three'] } } });
  expect(document.body.textContent).toContain('One and Two');
  expect(document.body.textContent).toContain('Left as they were: Three.');
});

test('problems are told by their line, and nothing else may be begun while one is under way', () => {
  const problems = [{ code: 'not-json' as const, line: 7, field: '', message: 'The line is not JSON.' }];
  show({ restore: { phase: 'failed', file: 'b.gz', problems } });
  expect(document.body.textContent).toMatch(/Nothing has changed.*7.*The line is not JSON/s);
  show({ restore: { phase: 'restoring', file: 'b.gz' } });
  expect(document.querySelector<HTMLButtonElement>('[data-save]')?.disabled).toBe(true);
});
