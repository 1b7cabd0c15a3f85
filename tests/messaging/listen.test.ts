import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test, vi } from 'vitest';
import { cardRequests, contentRequests, pageRequests } from '../../src/messaging/contract.ts';
import { createReceiver } from '../../src/messaging/listen.ts';

const makeHandlers = (schemas: object) =>
  Object.fromEntries(Object.keys(schemas).map((type) => [type, vi.fn(() => Promise.resolve(null))]));

describe('createReceiver', () => {
  const handlers = makeHandlers(cardRequests);
  const receive = createReceiver(cardRequests, handlers as never);

  test('hands checked parameters to the handler', async () => {
    await expect(receive({ type: 'card.read', params: { ticket: 't' } }, null)).resolves.toEqual({
      ok: true,
      value: null,
    });
    expect(handlers['card.read']).toHaveBeenCalledWith({ ticket: 't' }, null);
  });

  test.each([
    ['a message of another direction', { type: 'page.setEnabled', params: { enabled: false } }],
    ['a name inherited by every object', { type: 'constructor', params: {} }],
    ['no message at all', null],
    ['a string', 'card.read'],
  ])('leaves %s to others', (_name, message) => {
    expect(receive(message, null)).toBeNull();
  });

  test.each([
    ['a missing parameter', {}],
    ['a surplus one', { ticket: 't', extra: 1 }],
    ['one too long', { ticket: 'x'.repeat(100_000) }],
    ['none', undefined],
  ])('refuses %s', async (_name, params) => {
    await expect(receive({ type: 'card.read', params }, null)).resolves.toMatchObject({
      ok: false,
      error: { code: 'malformed' },
    });
  });

  test('a handler that throws becomes an answer, and is reported', async () => {
    const onError = vi.fn();
    const failing = createReceiver(
      cardRequests,
      { 'card.read': () => Promise.reject(new Error('no disk')), 'card.follow': () => Promise.resolve(null) },
      onError,
    );
    await expect(failing({ type: 'card.read', params: { ticket: 't' } }, null)).resolves.toMatchObject({
      ok: false,
      error: { code: 'failed', message: 'no disk' },
    });
    expect(onError).toHaveBeenCalledOnce();
  });
});

test('T11: no random message reaches a handler with parameters its schema refuses, and none throws', async () => {
  const types = [
    ...Object.keys(contentRequests),
    ...Object.keys(pageRequests),
    ...Object.keys(cardRequests),
    '__proto__',
    'toString',
  ];
  const schemas: Record<string, v.GenericSchema> = contentRequests;
  const handlers = makeHandlers(contentRequests);
  const receive = createReceiver(contentRequests, handlers as never);
  const message = fc.record({ type: fc.constantFrom(...types), params: fc.anything() });
  await fc.assert(
    fc.asyncProperty(fc.oneof(message, fc.anything()), async (raw) => {
      const answer = await receive(raw, { kind: 'content' });
      if (answer?.ok !== true) return;
      const { type, params } = raw as { type: string; params: unknown };
      const schema = schemas[type];
      expect(schema !== undefined && v.is(schema, params)).toBe(true);
    }),
    { numRuns: 5000 },
  );
});

test('T11: nothing a content script may send names a change of the dataset or a list of it', () => {
  expect(Object.keys(contentRequests).filter((type) => /import|pack|set|list|delete|overview/i.test(type))).toEqual([]);
});
