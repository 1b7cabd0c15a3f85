import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aliasKeys } from '../../src/core/matching/alias-key.ts';
import { GENERATION_STORES, openDatabase, type Database } from '../../src/storage/database.ts';
import { countGeneration } from '../../src/storage/stage-records.ts';
import { importPack } from '../../src/storage/import-pack.ts';
import { listPacks, watchedAliases } from '../../src/storage/pack-store.ts';
import { resolveAliases } from '../../src/storage/resolve-aliases.ts';
import { readDossier } from '../../src/storage/read-dossier.ts';
import { linesOf, makeFact, packLines } from '../fixtures/builders.ts';

let database: Database;
let serial = 0;

beforeEach(async () => {
  database = await openDatabase(() => {}, `test-${++serial}`);
});
afterEach(() => database.close());

const install = (lines: readonly string[], now = 1) => importPack(database, linesOf(lines), { now });

/** Every row of every store, to be compared before and after. */
async function snapshot(): Promise<unknown> {
  const stores = ['packs', 'generations', ...GENERATION_STORES] as const;
  return Promise.all(stores.map(async (name) => [name, await database.getAllKeys(name), await database.getAll(name)]));
}

const facts = (count: number): object[] => Array.from({ length: count }, (_, index) => makeFact({ id: `f${index}` }));

describe('a sound pack', () => {
  test('is in use with all its records', async () => {
    const result = await install(packLines());
    expect(result).toMatchObject({
      ok: true,
      value: { id: 'demo', active: { counts: { entities: 1, facts: 1, sources: 1, aliases: 1 } } },
    });
    const dossier = await readDossier(database, { pack: 'demo', id: 'acme' });
    expect(dossier?.facts.map((fact) => fact.statement)).toEqual(['Acme was valued at over $4 billion.']);
    expect(dossier?.sources.map((source) => source.title)).toEqual(['A page']);
  });

  test('replaces an older version whole and keeps that for rollback', async () => {
    await install(packLines({ version: 1 }));
    const result = await install(packLines({ version: 2, facts: [makeFact({ id: 'f2', statement: 'Acme closed.' })] }));
    const [pack] = await listPacks(database);
    expect(result.ok && pack?.active.header.version).toBe(2);
    expect(pack?.kept.map(({ header }) => header.version)).toEqual([1]);
    const dossier = await readDossier(database, { pack: 'demo', id: 'acme' });
    expect(dossier?.facts.map((fact) => fact.id)).toEqual(['f2']);
  });

  test('of more than one batch arrives complete', async () => {
    const result = await install(packLines({ facts: facts(2500) }));
    expect(result).toMatchObject({ ok: true, value: { active: { counts: { facts: 2500 } } } });
  });

  test('leaves no row of versions that nothing points to', async () => {
    for (const version of [1, 2, 3, 4, 5, 6]) await install(packLines({ version }));
    const [pack] = await listPacks(database);
    // Version 1 was looked at last.
    expect(pack?.kept.map(({ header }) => header.version)).toEqual([5, 4, 3, 1]);
    const inUse = [...(pack?.active.layers ?? []), ...(pack?.kept.flatMap(({ layers }) => layers) ?? [])];
    expect(await database.getAllKeys('generations')).toEqual(inUse.toSorted((a, b) => a - b));
    expect(await database.count('facts')).toBe(5);
  });
});

describe('the dataset stays exactly as it was', () => {
  test.each([
    ['a bad record', packLines({ version: 2, facts: [...facts(1500), { id: 'bad' }] })],
    ['a file cut short', packLines({ version: 2, facts: facts(1500) }).slice(0, -1)],
    ['something else altogether', ['<html>']],
    ['an empty file', []],
  ])('after %s', async (_name, lines) => {
    await install(packLines());
    const before = await snapshot();
    const result = await install(lines);
    expect(result.ok).toBe(false);
    expect(await snapshot()).toEqual(before);
  });

  test('after an abort half-way', async () => {
    await install(packLines());
    const before = await snapshot();
    const abort = new AbortController();
    async function* stopping(): AsyncGenerator<string> {
      for (const line of packLines({ version: 2, facts: facts(1500) })) yield line;
      abort.abort();
      yield '';
    }
    await expect(importPack(database, stopping(), { now: 2, signal: abort.signal })).rejects.toThrow();
    expect(await snapshot()).toEqual(before);
  });

  test('after a stream that fails', async () => {
    await install(packLines());
    const before = await snapshot();
    async function* failing(): AsyncGenerator<string> {
      yield* packLines({ version: 2, facts: facts(1200) }).slice(0, 1100);
      throw new Error('the disk is gone');
    }
    await expect(importPack(database, failing(), { now: 2 })).rejects.toThrow('the disk is gone');
    expect(await snapshot()).toEqual(before);
  });
});

describe('reading', () => {
  test('resolves a fingerprint to the aliases of all packs in order', async () => {
    await install(packLines({ id: 'first' }));
    await install(packLines({ id: 'second' }));
    const { fingerprint } = aliasKeys('ACME robotics') ?? { fingerprint: 0 };
    const [found, unknown] = await resolveAliases(database, [fingerprint, 42]);
    expect(found?.map(({ entity }) => entity.pack)).toEqual(['first', 'second']);
    expect(unknown).toEqual([]);
  });

  test('walks every alias of the watch list, page by page', async () => {
    const entities = Array.from({ length: 4500 }, (_, index) => ({
      id: `e${index}`,
      name: `Entity ${index}`,
      type: 'company',
    }));
    await install(packLines({ entities, facts: [makeFact({ subjects: ['e0'] })] }));
    const names = new Set<string>();
    for await (const page of watchedAliases(database)) for (const { name } of page) names.add(name);
    expect(names.size).toBe(4500);
  });

  test('an unknown pack or entity has no dossier', async () => {
    await install(packLines());
    expect(await readDossier(database, { pack: 'demo', id: 'ghost' })).toBeNull();
    expect(await readDossier(database, { pack: 'ghost', id: 'acme' })).toBeNull();
  });

  test('counts what a generation really holds', async () => {
    const result = await install(packLines());
    const generation = result.ok ? (result.value.active.layers[0] ?? 0) : 0;
    expect(await countGeneration(database, generation)).toEqual({
      entities: 1,
      aliasPages: 1,
      facts: 1,
      sources: 1,
      conflicts: 0,
      replaced: 0,
    });
  });
});
