import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDatabase, type Database } from '../../src/storage/database.ts';
import { importPack } from '../../src/storage/import-pack.ts';
import { readNews } from '../../src/storage/library-news.ts';
import { listPacks } from '../../src/storage/pack-store.ts';
import {
  applyPending,
  declinePending,
  markSeen,
  removePack,
  rollBack,
  setPackEnabled,
  setPackOrder,
} from '../../src/storage/pack-versions.ts';
import { readDossier } from '../../src/storage/read-dossier.ts';
import { stageRecords } from '../../src/storage/stage-records.ts';
import { sweepGenerations } from '../../src/storage/sweep-generations.ts';
import { linesOf, makeFact, packLines } from '../fixtures/builders.ts';

let database: Database;
let serial = 0;
beforeEach(async () => {
  database = await openDatabase(() => {}, `versions-${++serial}`);
});
afterEach(() => database.close());

const version = (number: number): string[] =>
  packLines({ version: number, facts: [makeFact({ id: `f${number}`, statement: `Version ${number}.` })] });
const install = (number: number, isApplied = true) =>
  importPack(database, linesOf(version(number)), { now: number, isApplied });
const shown = async (): Promise<string | undefined> =>
  (await readDossier(database, { pack: 'demo', id: 'acme' }))?.facts[0]?.statement;
const row = async () => (await listPacks(database))[0];
const layerOf = async (number: number): Promise<number> =>
  (await row())?.kept.find(({ header }) => header.version === number)?.layers[0] ?? -1;

describe('a version that waits for consent', () => {
  beforeEach(async () => {
    await install(1);
    await install(2, false);
  });

  test('changes nothing until it is applied', async () => {
    expect(await shown()).toBe('Version 1.');
    expect((await row())?.pending?.header.version).toBe(2);
    await sweepGenerations(database);
    await applyPending(database, 'demo');
    expect(await shown()).toBe('Version 2.');
    expect(await row()).toMatchObject({ pending: null, kept: [{ header: { version: 1 } }] });
  });

  test('is let go and not offered again', async () => {
    await declinePending(database, 'demo');
    expect(await row()).toMatchObject({ pending: null, declined: 2, active: { header: { version: 1 } } });
    await sweepGenerations(database);
    expect(await database.count('facts')).toBe(1);
    expect(await applyPending(database, 'demo')).toBeNull();
  });

  test('needs a pack to wait for', async () => {
    await removePack(database, 'demo');
    const result = await install(3, false);
    expect(result).toMatchObject({ ok: false, error: [{ code: 'wrong-base' }] });
  });
});

describe('going back', () => {
  test('puts any kept version in use at once, and forth again', async () => {
    for (const number of [1, 2, 3]) await install(number);
    await rollBack(database, 'demo', await layerOf(1));
    expect(await shown()).toBe('Version 1.');
    expect(await row()).toMatchObject({ declined: 3 });
    await rollBack(database, 'demo', await layerOf(3));
    expect(await shown()).toBe('Version 3.');
    expect(await row()).toMatchObject({ declined: 0 });
    expect((await row())?.kept.map(({ header }) => header.version)).toEqual([1, 2]);
  });

  test('to a version that is not kept changes nothing', async () => {
    await install(1);
    const before = await row();
    expect(await rollBack(database, 'demo', 99)).toBeNull();
    expect(await rollBack(database, 'ghost', 1)).toBeNull();
    expect(await row()).toEqual(before);
  });

  test('works between two files of the same version', async () => {
    await install(1);
    await importPack(database, linesOf(packLines({ version: 1, facts: [makeFact({ statement: 'Mended.' })] })), {
      now: 2,
    });
    expect(await shown()).toBe('Mended.');
    await rollBack(database, 'demo', await layerOf(1));
    expect(await shown()).toBe('Version 1.');
  });
});

describe('what is new', () => {
  const facts = (statement: string, ...more: string[]) => [
    makeFact({ id: 'old' }),
    makeFact({ id: 'changed', statement }),
    ...more.map((id) => makeFact({ id })),
  ];
  const news = async (): Promise<string[]> =>
    [...((await readDossier(database, { pack: 'demo', id: 'acme' }))?.news ?? [])].toSorted();
  const importVersion = (number: number, list: object[]) =>
    importPack(database, linesOf(packLines({ version: number, facts: list })), { now: number });

  test('is what came or changed since the user last looked, over several updates', async () => {
    await importVersion(1, facts('One.'));
    expect(await news()).toEqual([]);
    await importVersion(2, facts('Two.'));
    await importVersion(3, facts('Two.', 'added'));
    expect(await news()).toEqual(['added', 'changed']);
    await markSeen(database, 'demo');
    expect(await news()).toEqual([]);
  });

  test('REGRESSION: is known after any number of updates: the version last looked at stays', async () => {
    await importVersion(1, facts('One.'));
    for (const number of [2, 3, 4, 5, 6]) await importVersion(number, facts(`Number ${number}.`));
    await sweepGenerations(database);
    expect(await news()).toEqual(['changed']);
    expect((await row())?.kept.map(({ header }) => header.version)).toEqual([5, 4, 3, 1]);
    await markSeen(database, 'demo');
    await importVersion(7, facts('Number 6.', 'added'));
    expect(await news()).toEqual(['added']);
    expect((await row())?.kept.map(({ header }) => header.version)).toEqual([6, 5, 4]);
  });

  test('REGRESSION: is a fact of which anything changed, as in the library', async () => {
    await importVersion(1, facts('One.'));
    await importVersion(2, [
      makeFact({ id: 'old', certainty: 'opinion' }),
      makeFact({ id: 'changed', statement: 'One.' }),
    ]);
    expect(await news()).toEqual(['old']);
    const installed = await row();
    if (installed === undefined) throw new Error('the pack is installed');
    expect([...(await readNews(database, installed))]).toEqual(['acme']);
  });
});

describe('the list of packs', () => {
  test('has the order that was asked for; what is new comes last', async () => {
    for (const id of ['a', 'b', 'c']) await importPack(database, linesOf(packLines({ id })), { now: 1 });
    await setPackOrder(database, ['c', 'a']);
    expect((await listPacks(database)).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });

  test('a pack can rest, and go', async () => {
    await install(1);
    expect(await setPackEnabled(database, 'demo', false)).toMatchObject({ enabled: false });
    await removePack(database, 'demo');
    await sweepGenerations(database);
    expect(await database.count('facts')).toBe(0);
  });
});

describe('an import that was cut off', () => {
  const lines = packLines({ facts: Array.from({ length: 3500 }, (_, index) => makeFact({ id: `f${index}` })) });

  test('goes on where it stood, in the same generation, with the same result', async () => {
    async function* cutOff(): AsyncGenerator<string> {
      yield* lines.slice(0, 2300);
      await new Promise<never>(() => {});
    }
    void importPack(database, cutOff(), { now: 1, upload: 7 });
    await vi.waitFor(async () =>
      expect(await database.get('generations', 1)).toMatchObject({ upload: 7, written: 2000 }),
    );
    // A row that is written again would lose this mark.
    const early = await database.get('facts', [1, 'f100']);
    if (early === undefined) throw new Error('the batch was written');
    await database.put('facts', { ...early, fact: makeFact({ id: 'f100', statement: 'Written before the crash.' }) });
    const result = await importPack(database, linesOf(lines), { now: 2, upload: 7 });
    expect(result).toMatchObject({ ok: true, value: { active: { layers: [1], counts: { facts: 3500, aliases: 1 } } } });
    expect(await database.count('facts')).toBe(3500);
    expect((await database.get('facts', [1, 'f100']))?.fact.statement).toBe('Written before the crash.');
  });

  test('starts anew for another upload', async () => {
    await stageRecords(database, { pack: 'demo', now: 1, upload: 7 });
    const result = await importPack(database, linesOf(lines), { now: 2, upload: 8 });
    expect(result).toMatchObject({ ok: true, value: { active: { layers: [2] } } });
  });
});

test('S9: packs of the second version of the database come along, with nothing lost', async () => {
  const name = 'upgraded-from-2';
  const old = await openDB(name, 2, {
    upgrade(db) {
      db.createObjectStore('packs', { keyPath: 'id' });
      db.createObjectStore('generations', { autoIncrement: true });
      db.createObjectStore('entities', { keyPath: ['generation', 'id'] });
      db.createObjectStore('aliases', { keyPath: ['generation', 'fingerprint', 'serial'] });
      db.createObjectStore('facts', { keyPath: ['generation', 'id'] }).createIndex('bySubject', 'subjects', {
        multiEntry: true,
      });
      db.createObjectStore('sources', { keyPath: ['generation', 'id'] });
      db.createObjectStore('conflicts', { keyPath: ['generation', 'id'] }).createIndex('byFact', 'facts', {
        multiEntry: true,
      });
      db.createObjectStore('uploads', { autoIncrement: true });
      db.createObjectStore('indexes');
    },
  });
  const header = JSON.parse(packLines()[0] ?? '') as unknown;
  const counts = { entities: 1, facts: 1, sources: 0, conflicts: 0, aliases: 1 };
  const generation = Number(await old.add('generations', { startedAt: 1 }));
  await old.put('packs', {
    ...{ id: 'demo', header, counts, order: 0, enabled: false, importedAt: 5 },
    ...{ activeGeneration: generation, previousGeneration: null },
  });
  await old.put('entities', {
    generation,
    id: 'acme',
    entity: { id: 'acme', name: 'Acme', type: 'company', aliases: [] },
  });
  await old.put('facts', { generation, id: 'f1', fact: makeFact(), subjects: [`${generation}/acme`] });
  old.close();
  const upgraded = await openDatabase(() => {}, name);
  expect(await listPacks(upgraded)).toEqual([
    {
      id: 'demo',
      active: {
        header,
        layers: [generation],
        counts,
        importedAt: 5,
        origin: { kind: 'file', url: null, signer: null },
      },
      ...{ kept: [], pending: null, seen: generation, declined: 0, order: 0, enabled: false },
    },
  ]);
  expect((await readDossier(upgraded, { pack: 'demo', id: 'acme' }))?.facts).toHaveLength(1);
  upgraded.close();
});
