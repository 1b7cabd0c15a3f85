import { resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_PACK } from '../../src/cli/load-packs.ts';
import { readFileSync } from 'node:fs';
import { aliasKeys } from '../../src/core/matching/alias-key.ts';
import { openDatabase, type Database } from '../../src/storage/database.ts';
import { importPack } from '../../src/storage/import-pack.ts';
import { resolveAliases } from '../../src/storage/resolve-aliases.ts';
import { readDossier } from '../../src/storage/read-dossier.ts';
import { linesOf } from '../fixtures/builders.ts';

const STANDARDS = resolve('data/packs/open-standards.factpack.jsonl');

let database: Database;
const fingerprintOf = (alias: string): number => aliasKeys(alias)?.fingerprint ?? 0;
const ownersOf = async (alias: string): Promise<string[]> =>
  ((await resolveAliases(database, [fingerprintOf(alias)]))[0] ?? []).map(
    ({ entity }) => `${entity.pack}/${entity.id}`,
  );
const setPack = async (id: string, change: { enabled?: boolean; order?: number }): Promise<void> => {
  const row = await database.get('packs', id);
  if (row !== undefined) await database.put('packs', { ...row, ...change });
};

beforeAll(async () => {
  database = await openDatabase(() => {}, 'two-packs');
  for (const file of [DEFAULT_PACK, STANDARDS]) {
    const result = await importPack(database, linesOf(readFileSync(file, 'utf8').split('\n')), { now: 1 });
    if (!result.ok) throw new Error(result.error[0]?.message);
  }
});
afterAll(() => database.close());

test('the same alias in two packs gives both, in the order of the packs', async () => {
  expect(await ownersOf('MIT')).toEqual(['china-ai/mit', 'open-standards/mit']);
  await setPack('open-standards', { order: -1 });
  expect(await ownersOf('MIT')).toEqual(['open-standards/mit', 'china-ai/mit']);
  await setPack('open-standards', { order: 1 });
});

test('a pack that is switched off is silent, and the other goes on', async () => {
  await setPack('china-ai', { enabled: false });
  expect(await ownersOf('MIT')).toEqual(['open-standards/mit']);
  expect(await ownersOf('Huawei')).toEqual([]);
  expect(await ownersOf('W3C')).toEqual(['open-standards/w3c']);
  await setPack('china-ai', { enabled: true });
  expect(await ownersOf('Huawei')).toEqual(['china-ai/huawei']);
});

test('each pack keeps its own facts about an entity of the same id', async () => {
  const statements = async (pack: string) =>
    (await readDossier(database, { pack, id: 'mit' }))?.facts.map((fact) => fact.id) ?? [];
  const [ours, theirs] = [await statements('china-ai'), await statements('open-standards')];
  expect(ours.length).toBeGreaterThan(0);
  expect(theirs).toEqual(['s-08']);
  expect(ours.filter((id) => theirs.includes(id))).toEqual([]);
});
