import { expect, test } from 'vitest';
import { createInTurn } from '../../src/background/in-turn.ts';

test('REGRESSION: two changes at once both last', async () => {
  const inTurn = createInTurn();
  let stored = { a: 0, b: 0 };
  const change = (fields: Partial<typeof stored>): Promise<void> =>
    inTurn(async () => {
      const read = { ...stored };
      await Promise.resolve();
      stored = { ...read, ...fields };
    });
  await Promise.all([change({ a: 1 }), change({ b: 2 })]);
  expect(stored).toEqual({ a: 1, b: 2 });
});

test('a piece of work that fails holds up nobody', async () => {
  const inTurn = createInTurn();
  const failing = inTurn(() => Promise.reject(new Error('no disk')));
  const next = inTurn(() => Promise.resolve('done'));
  await expect(failing).rejects.toThrow('no disk');
  await expect(next).resolves.toBe('done');
});
