import { expect, test } from 'vitest';
import { rebuildAliasIndex } from '../../src/background/watch-list.ts';
import { openAliasIndex } from '../../src/core/matching/alias-index.ts';
import { findCandidates } from '../../src/core/matching/find-candidates.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { importPack } from '../../src/storage/import-pack.ts';
import { linesOf, packLines } from '../fixtures/builders.ts';

test('what the scout reads finds the names of the installed packs', async () => {
  const database = await openDatabase(() => {}, 'watch-list');
  await importPack(database, linesOf(packLines()), { now: 1 });
  const stored: Record<string, unknown> = {};
  await rebuildAliasIndex(database, {
    get: () => Promise.resolve({}),
    set: (items) => Promise.resolve(void Object.assign(stored, items)),
  });
  const index = openAliasIndex(Uint8Array.fromBase64(String(stored['aliasIndex'])).buffer);
  expect(index && findCandidates(index, 'At Acme Robotics today')).toHaveLength(1);
  database.close();
});
