import { expect, test } from 'vitest';
import { openDatabase, type Database } from '../../src/storage/database.ts';
import { copyOverlay, restoreOverlay } from '../../src/storage/overlay-copy.ts';
import { changeOverlay, readOverlay } from '../../src/storage/overlay-store.ts';
import { mirrorRemoved } from '../../src/storage/pack-mirror.ts';
import { makeEntity } from '../fixtures/builders.ts';
import { makeSessionArea } from '../fixtures/session-area.ts';

const OPTIONS = { profile: { title: 'Mine', publisher: 'Me', language: 'en', today: '2026-11-23' }, now: 7 };
const ACME = makeEntity({ name: 'Acme' });

let serial = 0;
const openStore = (): Promise<Database> => openDatabase(() => {}, `overlay-copy-${++serial}`);

async function withCopy() {
  const [database, area] = [await openStore(), makeSessionArea()];
  await changeOverlay(database, () => ({ put: [{ type: 'entity', entity: ACME }], remove: [] }), OPTIONS);
  await copyOverlay(database, area);
  return { database, area };
}

test('S7: what the user wrote comes back into a store that was wiped', async () => {
  const { area } = await withCopy();
  const wiped = await openStore();
  expect(await restoreOverlay(wiped, area, OPTIONS)).toBe(true);
  expect((await readOverlay(wiped))?.entities).toEqual([ACME]);
  expect(await restoreOverlay(wiped, area, OPTIONS)).toBe(false);
});

test('what the user took away does not come back', async () => {
  const { area } = await withCopy();
  await mirrorRemoved(area, 'own');
  expect(await restoreOverlay(await openStore(), area, OPTIONS)).toBe(false);
});

test('a store that has it is left as it is, and one that never had it stays empty', async () => {
  const { database, area } = await withCopy();
  expect(await restoreOverlay(database, area, OPTIONS)).toBe(false);
  const empty = await openStore();
  expect(await restoreOverlay(empty, makeSessionArea(), OPTIONS)).toBe(false);
  expect(await readOverlay(empty)).toBe(null);
});
