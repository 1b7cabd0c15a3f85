import { expect, test, vi } from 'vitest';
import { createSend } from '../../src/messaging/send.ts';

const send = (transport: () => Promise<unknown>, timeoutMs?: number) =>
  createSend(transport)('scout.found', {}, timeoutMs);

test('S22: gives the value of an answer', async () => {
  expect(await send(() => Promise.resolve({ ok: true, value: { annotate: true } }))).toEqual({
    ok: true,
    value: { annotate: true },
  });
});

test('S22: passes an error answer on', async () => {
  const error = { code: 'refused', message: 'no' };
  expect(await send(() => Promise.resolve({ ok: false, error }))).toEqual({ ok: false, error });
});

test.each([
  ['nobody listens', () => Promise.resolve(undefined), 'unreachable'],
  [
    'the channel closes',
    () => Promise.reject(new Error('message channel closed before a response was received')),
    'unreachable',
  ],
  [
    'the extension was updated, which throws at once',
    () => {
      throw new Error('Extension context invalidated.');
    },
    'orphaned',
  ],
])('S22: %s', async (_name, transport, code) => {
  expect(await send(transport as () => Promise<unknown>)).toMatchObject({ ok: false, error: { code } });
});

test('S22: a request that hangs ends in time', async () => {
  vi.useFakeTimers();
  const answer = send(() => new Promise(() => {}), 1000);
  await vi.advanceTimersByTimeAsync(1001);
  expect(await answer).toMatchObject({ ok: false, error: { code: 'timed-out' } });
  vi.useRealTimers();
});
