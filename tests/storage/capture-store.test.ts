import { expect, test } from 'vitest';
import { createCaptureService } from '../../src/background/capture-service.ts';
import { createInTurn } from '../../src/background/in-turn.ts';
import { MAX_CAPTURES } from '../../src/core/capture/capture.ts';
import { readCaptures, writeCaptures } from '../../src/storage/capture-store.ts';
import type { StorageArea } from '../../src/storage/settings-store.ts';
import { makeCapture } from '../core/capture/make-clip.ts';

function makeArea(stored: Record<string, unknown> = {}): StorageArea {
  return {
    get: (keys) => Promise.resolve(Object.fromEntries(keys.map((key) => [key, stored[key]]))),
    set: (items) => Promise.resolve(void Object.assign(stored, items)),
  };
}
/** The inbox of a service that captures nothing itself. */
const inboxOf = (area: StorageArea) =>
  createCaptureService({ area, inTurn: createInTurn(), now: () => 0, makeId: () => 'x' } as Parameters<
    typeof createCaptureService
  >[0]);

test('what is unsound in the store is passed over', async () => {
  const good = makeCapture(1);
  const captures = [good, { ...good, id: 'BAD ID' }, { ...good, more: 1 }, null, 'x'];
  expect(await readCaptures(makeArea({ captures }))).toEqual([good]);
  expect(await readCaptures(makeArea({ captures: 'x' }))).toEqual([]);
});

test('captures stand newest first, one that is kept again in its place', async () => {
  const area = makeArea();
  const inbox = inboxOf(area);
  for (const number of [2, 3, 1]) await inbox.keep(makeCapture(number));
  await inbox.keep({ ...makeCapture(2), quote: 'other words' });
  expect((await inbox.list()).map(({ id }) => id)).toEqual(['capture-3', 'capture-2', 'capture-1']);
  expect((await inbox.find('capture-2'))?.quote).toBe('other words');
  await inbox.remove('capture-3');
  expect(await inbox.find('capture-3')).toBeNull();
});

test('a full inbox takes no more, and loses none', async () => {
  const area = makeArea();
  await writeCaptures(
    area,
    Array.from({ length: MAX_CAPTURES }, (_, number) => makeCapture(number)),
  );
  const inbox = inboxOf(area);
  expect(await inbox.keep(makeCapture(1000))).toEqual({ ok: false, error: 'inbox-full' });
  expect(await inbox.keep({ ...makeCapture(7), quote: 'changed' })).toMatchObject({ ok: true });
  expect(await inbox.list()).toHaveLength(MAX_CAPTURES);
});
