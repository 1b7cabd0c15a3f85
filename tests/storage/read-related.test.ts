import { afterEach, beforeEach, expect, test } from 'vitest';
import { NO_CHOICES } from '../../src/core/merging/merge-choices.ts';
import { openDatabase, type Database } from '../../src/storage/database.ts';
import { importPack } from '../../src/storage/import-pack.ts';
import { readRelated } from '../../src/storage/read-related.ts';
import { rebuildClusters } from '../../src/storage/rebuild-clusters.ts';
import { linesOf, makeFact, packLines } from '../fixtures/builders.ts';

let database: Database;
let serial = 0;
const company = (id: string, name: string, more: object = {}) => ({ id, name, type: 'company', ...more });
const install = async (id: string, entities: object[], facts: object[]): Promise<void> => {
  const done = await importPack(database, linesOf(packLines({ id, entities, facts })), { now: 1 });
  if (!done.ok) throw new Error(done.error[0]?.message);
};
beforeEach(async () => {
  database = await openDatabase(() => {}, `related-${++serial}`);
  await install(
    'a',
    [company('acme', 'Acme'), company('hank', 'Hank'), company('zed', 'Zed'), company('lone', 'Lone')],
    [
      makeFact({ id: 'f1', subjects: ['acme', 'hank'], statement: 'Both say this.' }),
      makeFact({ id: 'f2', value: { type: 'relation', relation: 'owns', object: 'zed' }, statement: 'Two.' }),
      makeFact({ id: 'f3', value: { type: 'entities', entities: ['zed', 'acme'] }, statement: 'Three.' }),
    ],
  );
  await install(
    'b',
    [company('acme', 'Acme'), company('hank-2', 'Hank of B', { sameAs: ['a/hank'] }), company('bob', 'Bob')],
    [
      makeFact({ id: 'f1', subjects: ['acme', 'hank-2'], statement: 'Both say this.' }),
      makeFact({ id: 'f2', subjects: ['hank-2', 'acme', 'bob'], statement: 'Four.' }),
    ],
  );
  await rebuildClusters(database, NO_CHOICES);
});
afterEach(() => database.close());

test('names who shares facts, across packs, a fact of two packs once', async () => {
  const expected = [
    { ref: { pack: 'a', id: 'hank' }, name: 'Hank', type: 'company', factCount: 2 },
    { ref: { pack: 'a', id: 'zed' }, name: 'Zed', type: 'company', factCount: 2 },
    { ref: { pack: 'b', id: 'bob' }, name: 'Bob', type: 'company', factCount: 1 },
  ];
  expect(await readRelated(database, { pack: 'a', id: 'acme' })).toEqual(expected);
  expect(await readRelated(database, { pack: 'b', id: 'acme' })).toEqual(expected);
});

test.each(['lone', 'gone'])('nobody for %s', async (id) => {
  expect(await readRelated(database, { pack: 'a', id })).toEqual([]);
});
