import { expect, test } from 'vitest';
import { createAliasMatcher } from '../../src/background/alias-matcher.ts';
import { createAliasIndexBuilder } from '../../src/core/matching/alias-index-builder.ts';
import { MAX_LOCAL_ALIASES, REMOTE_INDEX } from '../../src/core/matching/index-delivery.ts';
import { createPageKeysCollector, type PageKeys } from '../../src/core/matching/page-keys.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { readIndexedPacks, readLargeIndex, writeAliasIndex } from '../../src/storage/index-store.ts';
import { makeSessionArea } from '../fixtures/session-area.ts';

function buildIndex(count: number): ArrayBuffer {
  const builder = createAliasIndexBuilder();
  for (let number = 0; number < count; number++) builder.add(`Firm ${number}`);
  return builder.finish();
}

function keysOf(text: string): PageKeys {
  const collector = createPageKeysCollector();
  collector.add(text, 0);
  return collector.keys();
}

test('an index that a tab can hold stands ready in the area', async () => {
  const database = await openDatabase(() => {}, 'index-small');
  const area = makeSessionArea();
  await writeAliasIndex(database, area, buildIndex(MAX_LOCAL_ALIASES), 'v1 demo:1');
  expect((await area.get(['aliasIndex']))['aliasIndex']).not.toBe(REMOTE_INDEX);
  expect(await readLargeIndex(database)).toBeNull();
  expect(await readIndexedPacks(area)).toBe('v1 demo:1');
  database.close();
});

test('a larger one stays with the background, which answers for it, and goes when the packs shrink', async () => {
  const database = await openDatabase(() => {}, 'index-large');
  const area = makeSessionArea();
  await writeAliasIndex(database, area, buildIndex(MAX_LOCAL_ALIASES + 1), 'v1 demo:2');
  expect((await area.get(['aliasIndex']))['aliasIndex']).toBe(REMOTE_INDEX);
  const matcher = createAliasMatcher(() => Promise.resolve(database));
  expect(await matcher.match(keysOf('At Firm 20000 today'))).toMatchObject([{ first: 1, last: 2 }]);

  await writeAliasIndex(database, area, buildIndex(3), 'v1 demo:3');
  matcher.forget();
  expect(await readLargeIndex(database)).toBeNull();
  expect(await matcher.match(keysOf('At Firm 20000 today'))).toEqual([]);
  database.close();
});
