import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, expect, test, vi } from 'vitest';
import type { SyncStatus } from '../../src/core/sync/sync-status.ts';
import { SyncPanel } from '../../src/ui/SyncPanel.tsx';

const OFF: SyncStatus = {
  ...{ isOn: false, syncedAt: null, bytes: 0, capacity: 102_400, failure: null, others: [], conflicts: [] },
};
const ON: SyncStatus = { ...OFF, isOn: true, syncedAt: Date.UTC(2026, 10, 23, 12), bytes: 2048 };

function show(status: SyncStatus) {
  const actions = { onSwitch: vi.fn(), onSync: vi.fn(), onSettle: vi.fn(), onForget: vi.fn() };
  act(() => render(<SyncPanel status={status} isBusy={false} locale="en" {...actions} />, document.body));
  return actions;
}
const click = (selector: string): void => void act(() => document.querySelector<HTMLElement>(selector)?.click());
const textOf = (): string => document.body.textContent ?? '';

afterEach(() => render(null, document.body));

test('is off until it is turned on, and offers nothing else until then', () => {
  const { onSwitch } = show(OFF);
  expect(document.querySelectorAll('button')).toHaveLength(0);
  click('[role="switch"]');
  expect(onSwitch).toHaveBeenCalledExactlyOnceWith(true);
});

test('names the devices that share, and says how much room is taken', () => {
  show({ ...ON, others: [{ id: 'b'.repeat(16), name: 'Firefox, Linux', writtenAt: Date.UTC(2026, 10, 23, 9) }] });
  expect(textOf()).toMatch(/Firefox, Linux, last heard of Nov 23, 2026/);
  expect(textOf()).toMatch(/2(?:\.0)? ?kB.*1\d\d ?kB/);
});

test('too much to share is said in words that tell what to do', () => {
  show({ ...ON, failure: { code: 'too-large', detail: '150000' } });
  expect(textOf()).toMatch(/Nothing is lost.*backup file/);
});

test('a contradiction shows both sides, also a removal, and is decided by a click', () => {
  const { onSettle } = show({ ...ON, conflicts: [{ key: 'note x', kept: 'mine', lost: '' }] });
  expect(textOf()).toMatch(/mine.*\(removed\)/);
  click('[data-settle="lost"]');
  click('[data-settle="kept"]');
  expect(onSettle.mock.calls).toEqual([
    ['note x', 'lost'],
    ['note x', 'kept'],
  ]);
});

test('nothing is taken out of the account by one click', () => {
  const { onForget } = show(ON);
  click('[data-sync-now] + button');
  expect(onForget).not.toHaveBeenCalled();
  click('.notice .button');
  expect(onForget).toHaveBeenCalledOnce();
});
