import { expect, test, vi } from 'vitest';
import { createConnection } from '../../src/storage/connection.ts';
import { openDatabase, type Database } from '../../src/storage/database.ts';

test('hands out one connection until it is closed, then opens another', async () => {
  const open = vi.fn((onClosed: () => void) => openDatabase(onClosed, 'connection-test'));
  const connection = createConnection(open);
  const first = await connection();
  expect(await connection()).toBe(first);
  const onClosed = open.mock.calls[0]?.[0];
  onClosed?.();
  first.close();
  const second = await connection();
  expect(second).not.toBe(first);
  second.close();
});

test('S6: a failed open is tried again, and nothing is deleted to make it work', async () => {
  const open = vi.fn<(onClosed: () => void) => Promise<Database>>();
  open.mockRejectedValueOnce(new Error('disk full'));
  open.mockImplementation((onClosed) => openDatabase(onClosed, 'connection-test-2'));
  const connection = createConnection(open);
  await expect(connection()).rejects.toThrow('disk full');
  (await connection()).close();
  expect(open).toHaveBeenCalledTimes(2);
});

test('S8: a connection that stands in the way of an upgrade closes itself', async () => {
  const onClosed = vi.fn();
  await openDatabase(onClosed, 'upgrade-test');
  const newer = indexedDB.open('upgrade-test', 99);
  await new Promise((resolve, reject) => {
    newer.addEventListener('success', resolve);
    newer.addEventListener('error', reject);
  });
  expect(onClosed).toHaveBeenCalledOnce();
  newer.result.close();
});
