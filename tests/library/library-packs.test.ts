import { afterEach, beforeEach, expect, test } from 'vitest';
import { EVERYTHING, type LibraryQuery } from '../../src/core/library/library-query.ts';
import { diffPacks } from '../../src/core/packs/diff-packs.ts';
import { makePatch } from '../../src/core/packs/pack-patch.ts';
import { FROM_FILE } from '../../src/core/packs/pack-origin.ts';
import { parseFactPack } from '../../src/core/packs/parse-fact-pack.ts';
import { createLibraryDesk } from '../../src/library/library-desk.ts';
import { createLibraryPacks } from '../../src/library/library-packs.ts';
import type { LibraryAnswer, LibraryResult } from '../../src/messaging/library-channel.ts';
import { writeClusters } from '../../src/storage/cluster-store.ts';
import { openDatabase, type Database } from '../../src/storage/database.ts';
import { importPack } from '../../src/storage/import-pack.ts';
import { importPatch } from '../../src/storage/import-patch.ts';
import { openLibraryCache, type LibraryCache } from '../../src/storage/library-cache.ts';
import { setPackEnabled } from '../../src/storage/pack-versions.ts';
import { linesOf, makeFact, packLines } from '../fixtures/builders.ts';

const ENTITIES = [
  { id: 'acme', name: 'Acme Robotics', type: 'company', aliases: [{ text: '极致机器人' }] },
  { id: 'zeta', name: 'Zeta', type: 'agency' },
  { id: 'globex', name: 'Globex', type: 'company', description: 'A maker of umbrellas.' },
];
const SOURCES = [{ id: 's1', type: 'report', title: 'Yearbook of fishery', author: [{ family: 'Ohm', given: 'Ada' }] }];
const FACTS = [
  makeFact({ id: 'f1' }),
  makeFact({ id: 'f2', subjects: ['zeta', 'acme'], statement: 'Both own a harbour.' }),
];
const version = (number: number, facts: object[] = FACTS, entities: object[] = ENTITIES): string[] =>
  packLines({ id: 'demo', version: number, entities, facts, sources: SOURCES });

let database: Database;
let cache: LibraryCache;
let serial = 0;
beforeEach(async () => {
  serial++;
  database = await openDatabase(() => {}, `library-${serial}`);
  cache = await openLibraryCache(`library-cache-${serial}`);
});
afterEach(() => {
  database.close();
  cache.close();
});

/** A library as its worker has it. */
function openLibrary() {
  const answers: LibraryAnswer[] = [];
  const desk = createLibraryDesk((answer) => void answers.push(answer));
  const phases: string[] = [];
  const packs = createLibraryPacks(
    () => Promise.resolve(database),
    () => Promise.resolve(cache),
    { onShelf: desk.setShelf, onState: ({ phase }) => void phases.push(phase) },
  );
  let number = 0;
  async function ask(query: Partial<LibraryQuery>): Promise<LibraryResult> {
    await desk.ask(++number, { ...EVERYTHING, ...query }, 50);
    const result = answers.findLast((answer) => answer.type === 'result');
    if (result === undefined) throw new Error('no answer');
    return result;
  }
  return {
    refresh: packs.refresh,
    phases,
    ask,
    names: async (query: Partial<LibraryQuery>) => (await ask(query)).rows.map(({ name }) => name),
  };
}

test('finds by name, alias, description, fact, source and author, and forgives a letter', async () => {
  await importPack(database, linesOf(version(1)), { now: 1 });
  const library = openLibrary();
  await library.refresh();
  expect(await library.names({})).toEqual(['Acme Robotics', 'Globex', 'Zeta']);
  expect(await library.names({ text: 'robo' })).toEqual(['Acme Robotics']);
  expect(await library.names({ text: '机器' })).toEqual(['Acme Robotics']);
  expect(await library.names({ text: 'umbrella' })).toEqual(['Globex']);
  expect((await library.names({ text: 'harbour' })).toSorted()).toEqual(['Acme Robotics', 'Zeta']);
  expect((await library.names({ text: 'ada yearb' })).toSorted()).toEqual(['Acme Robotics', 'Zeta']);
  expect(await library.names({ text: 'globxe' })).toEqual([]);
  expect(await library.names({ text: 'globax' })).toEqual(['Globex']);
  const { rows, isComplete, outOf } = await library.ask({ text: 'fishery', types: ['agency'] });
  expect(rows).toMatchObject([{ name: 'Zeta', foundIn: 'source', factCount: 1, newest: '2018-05' }]);
  expect([isComplete, outOf]).toEqual([true, 3]);
});

test('is kept, and worked out anew only for a version that is another', async () => {
  await importPack(database, linesOf(version(1)), { now: 1 });
  const first = openLibrary();
  await first.refresh();
  expect(first.phases).toContain('reading');
  const again = openLibrary();
  await again.refresh();
  expect(again.phases).toEqual(['ready']);
  expect(await again.names({ text: 'harbour globex' })).toEqual([]);
  expect((await again.names({ text: 'harbour' })).length).toBe(2);
  await again.refresh();
  expect(again.phases).toEqual(['ready']);
});

test('follows patches, and knows what is new since the user last looked', async () => {
  await importPack(database, linesOf(version(1)), { now: 1 });
  const library = openLibrary();
  await library.refresh();
  const after = version(
    2,
    [
      makeFact({ id: 'f1', statement: 'Acme fell.' }),
      makeFact({ id: 'f3', subjects: ['hooli'], statement: 'Hooli rose.' }),
    ],
    [...ENTITIES.slice(0, 2), { id: 'hooli', name: 'Hooli', type: 'fund' }],
  );
  const [old, next] = [parseFactPack(version(1).join('\n')), parseFactPack(after.join('\n'))];
  if (!old.ok || !next.ok) throw new Error('the packs are sound');
  const patch = makePatch(old.value, next.value, diffPacks(old.value, next.value));
  const applied = await importPatch(database, patch, { now: 2, origin: FROM_FILE, isApplied: true });
  expect(applied.ok).toBe(true);
  await library.refresh();
  expect(await library.names({})).toEqual(['Acme Robotics', 'Hooli', 'Zeta']);
  expect(await library.names({ text: 'harbour' })).toEqual([]);
  expect(await library.names({ text: 'fell' })).toEqual(['Acme Robotics']);
  expect((await library.ask({})).rows.map(({ factCount }) => factCount)).toEqual([1, 1, 0]);
  expect(await library.names({ isNew: true })).toEqual(['Acme Robotics', 'Hooli']);
});

test('has one row for what several packs know, and none of a pack that rests', async () => {
  await importPack(database, linesOf(version(1)), { now: 1 });
  const theirs = packLines({ id: 'theirs', entities: [{ id: 'acme-inc', name: 'Acme Inc', type: 'fund' }], facts: [] });
  await importPack(database, linesOf(theirs), { now: 2 });
  await writeClusters(database, [
    [
      { pack: 'demo', id: 'acme' },
      { pack: 'theirs', id: 'acme-inc' },
    ],
  ]);
  const library = openLibrary();
  await library.refresh();
  const { rows, total } = await library.ask({ text: 'acme inc' });
  expect(rows).toMatchObject([{ name: 'Acme Robotics', packs: ['Pack demo', 'Pack theirs'], foundIn: 'alias' }]);
  expect(total).toBe(1);
  await setPackEnabled(database, 'demo', false);
  await library.refresh();
  expect(await library.names({})).toEqual(['Acme Inc']);
});

test('a later question puts an end to an earlier one', async () => {
  await importPack(database, linesOf(version(1)), { now: 1 });
  const library = openLibrary();
  await library.refresh();
  const [, second] = await Promise.all([library.ask({ text: 'harbour' }), library.ask({ text: 'fishery' })]);
  expect(second.number).toBe(2);
});
