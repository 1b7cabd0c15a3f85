import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../src/storage/database.ts';
import { findByName } from '../../src/storage/find-by-name.ts';
import { changeOverlay } from '../../src/storage/overlay-store.ts';
import { makeEntity } from '../fixtures/builders.ts';

let database: Database;
let serial = 0;
beforeEach(async () => {
  database = await openDatabase(() => {}, `find-${++serial}`);
  const entities = [
    makeEntity({ id: 'acme', name: 'Acme Robotics', aliases: [{ text: 'Roadrunner' }] }),
    makeEntity({ id: 'new-acme', name: 'The New Acme' }),
    makeEntity({ id: 'placme', name: 'Placme' }),
    makeEntity({ id: 'huawei', name: '中国华为', aliases: [{ text: 'Huáwei' }] }),
  ];
  const options = { profile: { title: 'T', publisher: 'P', language: 'en', today: '2026-11-23' }, now: 1 };
  const put = entities.map((entity) => ({ type: 'entity' as const, entity }));
  await changeOverlay(database, () => ({ put, remove: [] }), options);
});
afterEach(() => database.close());

test.each([
  ['acme', ['acme', 'new-acme']],
  ['ACME R', ['acme']],
  ['road', ['acme']],
  ['huawei', ['huawei']],
  ['华为', ['huawei']],
  ['bot', []],
  [' ', []],
])('"%s" finds %j', async (query, ids) => {
  expect((await findByName(database, query)).map(({ entity }) => entity.id)).toEqual(ids);
});
