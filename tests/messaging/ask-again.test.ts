import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askAgain } from '../../src/messaging/ask-again.ts';
import { createSend } from '../../src/messaging/send.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const DONE = { ok: true, value: { annotate: true } };

/** A background that gives these answers one after the other, then the last for ever; a function stands for one that throws. */
function background(...answers: readonly unknown[]) {
  const transport = vi.fn(() => {
    const answer = answers[Math.min(transport.mock.calls.length, answers.length) - 1];
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  });
  return transport;
}

async function ask(transport: () => Promise<unknown>, signal = new AbortController().signal) {
  const answer = askAgain(createSend(transport), signal)('scout.found', {});
  await vi.runAllTimersAsync();
  return answer;
}

test.each([
  ['answers', [DONE], 1],
  ['is stopped before it answers', [new Error('message port closed before a response was received'), DONE], 2],
  ['does not listen yet', [undefined, undefined, DONE], 3],
  ['fails for once', [{ ok: false, error: { code: 'failed', message: 'the store is closing' } }, DONE], 2],
])('S22: a background that %s is heard', async (_name, answers, times) => {
  const transport = background(...answers);
  expect(await ask(transport)).toEqual(DONE);
  expect(transport).toHaveBeenCalledTimes(times);
});

test('S22: one that hangs is asked again after the limit', async () => {
  let asked = 0;
  const answer = ask(() => (++asked === 1 ? new Promise(() => {}) : Promise.resolve(DONE)));
  expect(await answer).toEqual(DONE);
});

test.each([
  ['refused', { ok: false, error: { code: 'refused', message: 'no' } }],
  ['orphaned', new Error('Extension context invalidated.')],
])('what is %s is not put again', async (code, failure) => {
  const transport = background(failure, DONE);
  expect(await ask(transport)).toMatchObject({ ok: false, error: { code } });
  expect(transport).toHaveBeenCalledTimes(1);
});

test('after five times the failure is the answer', async () => {
  const transport = background(undefined);
  expect(await ask(transport)).toMatchObject({ ok: false, error: { code: 'unreachable' } });
  expect(transport).toHaveBeenCalledTimes(5);
});

test('nothing is asked in the name of a script that has been told to stop', async () => {
  const abort = new AbortController();
  const transport = background(undefined, DONE);
  const answer = ask(transport, abort.signal);
  abort.abort();
  expect(await answer).toMatchObject({ ok: false });
  expect(transport).toHaveBeenCalledTimes(1);
});
