import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPreparedCards } from '../../src/background/prepared-cards.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a card is given once, and not after its ticket is void', async () => {
  const cards = createPreparedCards();
  const read = vi.fn(() => Promise.resolve(null));
  cards.prepare('a', read);
  expect(read).toHaveBeenCalledOnce();
  await expect(cards.take('a')).resolves.toBeNull();
  expect(cards.take('a')).toBeNull();
  cards.prepare('b', read);
  vi.advanceTimersByTime(10_000);
  expect(cards.take('b')).toBeNull();
});

test('a reading that fails disturbs nobody unless it is asked for', async () => {
  const cards = createPreparedCards();
  cards.prepare('a', () => Promise.reject(new Error('no disk')));
  await Promise.resolve();
  await expect(cards.take('a')).rejects.toThrow('no disk');
});
