import { expect, test } from 'vitest';
import { NO_CHOICES } from '../../src/core/merging/merge-choices.ts';
import { parseFactPack } from '../../src/core/packs/parse-fact-pack.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { importPack } from '../../src/storage/import-pack.ts';
import { readExtract } from '../../src/storage/read-extract.ts';
import { rebuildClusters } from '../../src/storage/rebuild-clusters.ts';
import { linesOf, packLines } from '../fixtures/builders.ts';

const PROFILE = { id: 'extract', title: 'Chosen', published: '2026-11-23', publisher: 'You' };

test('what two packs know of one entity is one entity of the file, which can be imported beside them', async () => {
  const database = await openDatabase(() => {}, 'extract');
  await importPack(database, linesOf(packLines({ id: 'a' })), { now: 1 });
  await importPack(database, linesOf(packLines({ id: 'b' })), { now: 1 });
  await rebuildClusters(database, NO_CHOICES);
  const text = (await readExtract(database, [{ pack: 'a', id: 'acme' }], PROFILE)) ?? '';
  const parsed = parseFactPack(text);
  expect(parsed.ok && parsed.value.entities).toMatchObject([{ id: 'acme', sameAs: ['a/acme', 'b/acme'] }]);
  expect(parsed.ok && parsed.value.facts).toHaveLength(2);
  expect((await importPack(database, linesOf(text.trim().split('\n')), { now: 1 })).ok).toBe(true);
  await rebuildClusters(database, NO_CHOICES);
  expect((await database.getAll('clusters')).map(({ keys }) => keys.join(' '))).toEqual(['a/acme b/acme extract/acme']);
  expect(await readExtract(database, [{ pack: 'a', id: 'gone' }], PROFILE)).toBeNull();
  database.close();
});
