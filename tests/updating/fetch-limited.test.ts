import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fetchLimited, type Fetch, type FetchRequest } from '../../src/updating/fetch-limited.ts';

const LIMITS = { maxBytes: 1000, idleMs: 5000, totalMs: 20_000 };
const get = (fetch: Fetch, request: Partial<FetchRequest> = {}) =>
  fetchLimited(fetch, { address: 'https://packs.example/a', ...LIMITS, ...request }, () => 0);
const answering =
  (body: BodyInit | null, init: ResponseInit = {}): Fetch =>
  () =>
    Promise.resolve(new Response(body, init));

/** A body that gives `size` bytes every `everyMs`, for ever, until somebody hangs up. */
function dripping(size: number, everyMs: number): { body: ReadableStream<Uint8Array>; sent: () => number } {
  let sent = 0;
  return {
    body: new ReadableStream({
      async pull(controller) {
        await new Promise((resolve) => void setTimeout(resolve, everyMs));
        sent += size;
        controller.enqueue(new Uint8Array(size));
      },
    }),
    sent: () => sent,
  };
}

test('gives the bytes, what they hash to, and the tag', async () => {
  const fetched = await get(answering('pack', { headers: { etag: '"1"' } }));
  if (!fetched.ok || fetched.value.isUnchanged) throw new Error('fetched');
  expect(await fetched.value.body.text()).toBe('pack');
  expect(fetched.value).toMatchObject({ etag: '"1"', sha256: createHash('sha256').update('pack').digest('hex') });
});

test('T20: says nothing of who asks', async () => {
  const fetch = vi.fn<Fetch>(() => Promise.resolve(new Response('x')));
  await get(fetch);
  expect(fetch.mock.calls[0]?.[1]).toMatchObject({
    headers: {},
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    redirect: 'manual',
  });
});

test('sends the tag and the token where there are some; 304 is no change', async () => {
  const fetch = vi.fn<Fetch>(() => Promise.resolve(new Response(null, { status: 304 })));
  expect(await get(fetch, { etag: '"1"', token: 'secret' })).toEqual({ ok: true, value: { isUnchanged: true } });
  expect(fetch.mock.calls[0]?.[1].headers).toEqual({ 'If-None-Match': '"1"', Authorization: 'Bearer secret' });
  // Nobody asked whether it changed.
  expect(await get(fetch)).toMatchObject({ ok: false, error: { code: 'redirected' } });
});

test.each([
  ['an empty answer', answering(''), 'empty'],
  ['more than may come', answering('x'.repeat(1001)), 'too-large'],
  ['a network that is not there', () => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
  ['a server error', answering('', { status: 503 }), 'server-error'],
  ['a web page', answering('<html>', { headers: { 'content-type': 'text/html; charset=utf-8' } }), 'web-page'],
] satisfies [string, Fetch, string][])('%s', async (_name, fetch, code) => {
  expect(await get(fetch)).toMatchObject({ ok: false, error: { code } });
});

test('as much as may come', async () => {
  expect(await get(answering('x'.repeat(1000)))).toMatchObject({ ok: true });
});

describe('S11: a server that does not end', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());
  /** A fetch whose body ends with its signal, as the browser's does. */
  const abortable =
    (body: ReadableStream<Uint8Array>): Fetch =>
    (_address, { signal }) => {
      const through = new TransformStream<Uint8Array, Uint8Array>();
      body.pipeTo(through.writable, signal instanceof AbortSignal ? { signal } : {}).catch(() => {});
      return Promise.resolve(new Response(through.readable));
    };

  test.each([
    ['stalls', 1, 60_000, 'timed-out'],
    ['drips for ever', 1, 1000, 'timed-out'],
    ['streams for ever', 100, 10, 'too-large'],
  ])('and %s', async (_name, size, everyMs, code) => {
    const { body, sent } = dripping(size, everyMs);
    const fetched = get(abortable(body));
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await fetched).toMatchObject({ ok: false, error: { code } });
    const until = sent();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent()).toBeLessThanOrEqual(until + size);
  });

  test('the head counts as well', async () => {
    const fetched = get(
      (_address, { signal }) =>
        new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('aborted')))),
    );
    await vi.advanceTimersByTimeAsync(6000);
    expect(await fetched).toMatchObject({ error: { code: 'timed-out' } });
  });

  test('the caller may stop it', async () => {
    const abort = new AbortController();
    const fetched = get(abortable(dripping(1, 100).body), { signal: abort.signal });
    await vi.advanceTimersByTimeAsync(500);
    abort.abort(new Error('enough'));
    await vi.advanceTimersByTimeAsync(10);
    expect(await fetched).toMatchObject({ error: { code: 'cancelled' } });
  });
});
