import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aliasKeys } from '../../src/core/matching/alias-key.ts';
import type { PackRecord } from '../../src/core/model/fact-pack.ts';
import { entityKey } from '../../src/core/model/mention.ts';
import { NO_CHOICES } from '../../src/core/merging/merge-choices.ts';
import type { OverlayEdit } from '../../src/core/overlay/edit-overlay.ts';
import { NO_ADDITIONS } from '../../src/core/overlay/overlay-state.ts';
import { formatPack, recordsOf } from '../../src/core/packs/apply-patch.ts';
import { parseFactPack } from '../../src/core/packs/parse-fact-pack.ts';
import { readEntityPage } from '../../src/background/read-card.ts';
import { openDatabase, type Database } from '../../src/storage/database.ts';
import { importPack } from '../../src/storage/import-pack.ts';
import { importPatch } from '../../src/storage/import-patch.ts';
import { changeOverlay, readOverlay } from '../../src/storage/overlay-store.ts';
import { listPacks } from '../../src/storage/pack-store.ts';
import { removePack, rollBack, setPackOrder } from '../../src/storage/pack-versions.ts';
import { rebuildClusters } from '../../src/storage/rebuild-clusters.ts';
import { resolveAliases } from '../../src/storage/resolve-aliases.ts';
import { sweepGenerations } from '../../src/storage/sweep-generations.ts';
import { linesOf, makeEntity, makeFact, packLines } from '../fixtures/builders.ts';
import { fuzzRuns, FUZZ_TIMEOUT_MS } from '../fixtures/fuzz-runs.ts';

let database: Database;
let serial = 0;
beforeEach(async () => {
  database = await openDatabase(() => {}, `overlay-${++serial}`);
});
afterEach(() => database.close());

const OPTIONS = { profile: { title: 'Mine', publisher: 'Me', language: 'en', today: '2026-11-23' }, now: 7 };
const SOURCE: PackRecord = { type: 'source', source: { id: 's1', type: 'webpage', title: 'A page' } };
const entity = (id: string, fields: object = {}): PackRecord => ({
  type: 'entity',
  entity: { ...makeEntity({ id, name: `Name of ${id}` }), ...fields },
});
const fact = (id: string, subject: string): PackRecord => ({
  type: 'fact',
  fact: makeFact({ id, subjects: [subject] }),
});
const STAND_IN = entity('acme', { name: 'Acme Robotics', sameAs: ['demo/acme'] });

const edit = (fields: Partial<OverlayEdit>) =>
  changeOverlay(database, () => ({ put: [], remove: [], ...fields }), OPTIONS);
const row = async () => (await listPacks(database)).find(({ id }) => id === 'own');
const installDemo = (version: number) =>
  importPack(
    database,
    linesOf(packLines({ version, facts: [makeFact({ id: `v${version}`, statement: `Version ${version}.` })] })),
    { now: version },
  );
const statements = async (): Promise<string[]> => {
  await rebuildClusters(database, NO_CHOICES);
  const page = await readEntityPage(database, NO_ADDITIONS, { pack: 'demo', id: 'acme' });
  return (page?.claims ?? []).flatMap(({ facts }) => facts.map(({ statement }) => statement)).toSorted();
};
const candidates = async (name: string): Promise<string[]> => {
  const [found] = await resolveAliases(database, [aliasKeys(name)?.fingerprint ?? 0]);
  return (found ?? []).map((tracked) => `${entityKey(tracked.entity)} as ${tracked.name}`);
};

describe('the overlay', () => {
  test('comes with the first edit, above all packs, and counts what it holds', async () => {
    await installDemo(1);
    expect(await readOverlay(database)).toBeNull();
    expect(await edit({ put: [SOURCE, entity('globex'), fact('f1', 'globex')] })).toEqual({
      ok: true,
      value: { changesNames: true },
    });
    expect((await listPacks(database)).map(({ id }) => id)).toEqual(['own', 'demo']);
    expect(await row()).toMatchObject({
      order: -1,
      active: {
        header: { version: 1, title: 'Mine', counts: { entities: 1, facts: 1, sources: 1, conflicts: 0 } },
        counts: { entities: 1, facts: 1, aliases: 1 },
        origin: { kind: 'own' },
      },
    });
    expect(await edit({ remove: [{ kind: 'fact', id: 'f1' }] })).toEqual({ ok: true, value: { changesNames: false } });
    expect(await row()).toMatchObject({
      active: { header: { version: 2, counts: { facts: 0 } }, counts: { facts: 0 } },
    });
    expect(await candidates('Name of globex')).toEqual(['own/globex as Name of globex']);
  });

  test.each<[string, Partial<OverlayEdit>, string, string]>([
    [
      'a fact without its source',
      { put: [entity('x'), { ...fact('f2', 'x') }], remove: [] },
      'unknown-id',
      'fact.references.0',
    ],
    ['a fact about nobody', { put: [SOURCE, fact('f2', 'ghost')] }, 'unknown-id', 'fact.subjects'],
    ['a source that is cited', { remove: [{ kind: 'source', id: 's1' }] }, 'unknown-id', 'fact.references.0'],
    ['an entity with a fact', { remove: [{ kind: 'entity', id: 'globex' }] }, 'unknown-id', 'fact.subjects'],
  ])('is not left unsound: %s is refused, and nothing changes', async (_name, change, code, field) => {
    if (change.remove?.length !== 0) await edit({ put: [SOURCE, entity('globex'), fact('f1', 'globex')] });
    const before = [await readOverlay(database), await row()];
    const refused = await edit(change);
    expect(refused).toMatchObject({ ok: false, error: [{ code, field }] });
    expect([await readOverlay(database), await row()]).toEqual(before);
  });

  test('is found by its aliases as they are after each edit', async () => {
    await edit({ put: [entity('globex', { aliases: [{ text: 'GBX Corp' }] })] });
    expect(await candidates('GBX Corp')).toHaveLength(1);
    await edit({ put: [entity('globex', { aliases: [{ text: 'Globex Inc' }] })] });
    expect(await candidates('GBX Corp')).toEqual([]);
    expect(await candidates('Globex Inc')).toHaveLength(1);
    await edit({ remove: [{ kind: 'entity', id: 'globex' }] });
    expect(await candidates('Globex Inc')).toEqual([]);
  });

  test('knows which of its names are ordinary words', async () => {
    const options = {
      ...OPTIONS,
      findOrdinaryWords: (words: readonly string[]) => Promise.resolve(words.filter((word) => word === 'most')),
    };
    const named: PackRecord = { type: 'entity', entity: makeEntity({ id: 'most', name: 'Most' }) };
    await changeOverlay(database, () => ({ put: [named], remove: [] }), options);
    const [found] = await resolveAliases(database, [aliasKeys('Most')?.fingerprint ?? 0]);
    expect(found).toMatchObject([{ ordinary: true }]);
  });

  test('lends an entity of a pack its facts and aliases, and the pack stays the one that is marked', async () => {
    await installDemo(1);
    const aliased = entity('acme', {
      name: 'Acme Robotics',
      sameAs: ['demo/acme'],
      aliases: [{ text: 'The Roadrunner Firm' }],
    });
    await edit({ put: [SOURCE, aliased, fact('mine', 'acme')] });
    expect(await statements()).toEqual(['Acme was valued at over $4 billion.', 'Version 1.']);
    expect(await candidates('Acme Robotics')).toEqual(['demo/acme as Acme Robotics']);
    expect(await candidates('The Roadrunner Firm')).toEqual(['demo/acme as Acme Robotics']);
  });

  test('is touched by no update, no going back, no order and no removal of another pack', async () => {
    await installDemo(1);
    await edit({ put: [SOURCE, STAND_IN, fact('mine', 'acme')] });
    const before = [await readOverlay(database), await row()];
    await installDemo(2);
    expect(await statements()).toEqual(['Acme was valued at over $4 billion.', 'Version 2.']);
    const kept = (await listPacks(database)).find(({ id }) => id === 'demo')?.kept[0]?.layers[0];
    await rollBack(database, 'demo', kept ?? -1);
    await setPackOrder(database, ['demo', 'own']);
    await sweepGenerations(database);
    expect(await statements()).toEqual(['Acme was valued at over $4 billion.', 'Version 1.']);
    expect([await readOverlay(database), await row()]).toEqual(before);
    await removePack(database, 'demo');
    await sweepGenerations(database);
    expect([await readOverlay(database), await row()]).toEqual(before);
    // Then its own name is all there is to find it by.
    await rebuildClusters(database, NO_CHOICES);
    expect(await candidates('Acme Robotics')).toEqual(['own/acme as Acme Robotics']);
  });

  test('begins anew after it was taken away', async () => {
    await edit({ put: [SOURCE, entity('globex'), fact('f1', 'globex')] });
    await removePack(database, 'own');
    await sweepGenerations(database);
    await edit({ put: [entity('initech')] });
    expect(await readOverlay(database)).toMatchObject({ entities: [{ id: 'initech' }], facts: [], sources: [] });
    expect(await database.count('facts')).toBe(0);
  });

  test('T15: no file can take its place', async () => {
    await edit({ put: [entity('globex')] });
    const imported = await importPack(database, linesOf(packLines({ id: 'own', version: 99 })), { now: 1 });
    expect(imported).toMatchObject({ ok: false, error: [{ code: 'reserved-id', field: 'id' }] });
    const patch = { pack: 'own', from: 1, header: null, put: [], remove: [], remarks: [] };
    const patched = await importPatch(database, patch, {
      ...{ now: 1, isApplied: true },
      origin: { kind: 'file', url: null, signer: null },
    });
    expect(patched).toMatchObject({ ok: false, error: [{ code: 'reserved-id' }] });
    expect(await readOverlay(database)).toMatchObject({ entities: [{ id: 'globex' }] });
  });
});

test(
  'property: after any edits, taken or refused, the overlay is a sound pack and its counts are right',
  async () => {
    const anyId = fc.constantFrom('a', 'b', 'c');
    const anyRecord = fc.oneof(
      anyId.map((id): PackRecord => ({ type: 'source', source: { id, type: 'webpage', title: `Page ${id}` } })),
      anyId.map((id) => entity(id)),
      fc.tuple(anyId, anyId, anyId).map(([id, subject, source]): PackRecord => ({
        type: 'fact',
        fact: makeFact({ id, subjects: [subject], references: [{ source }] }),
      })),
      fc.tuple(anyId, anyId).map(([id, about]): PackRecord => ({
        type: 'conflict',
        conflict: { id, kind: 'doubt', title: 'A doubt', summary: 'Why.', facts: [about], entities: [] },
      })),
    );
    const anyRef = fc.record({ kind: fc.constantFrom('source', 'entity', 'fact', 'conflict'), id: anyId });
    const anyEdit = fc.record({
      put: fc.uniqueArray(anyRecord, { maxLength: 5, selector: (record) => JSON.stringify(record).slice(0, 40) }),
      remove: fc.array(anyRef, { maxLength: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(anyEdit, { minLength: 1, maxLength: 8 }), async (edits) => {
        database.close();
        database = await openDatabase(() => {}, `overlay-${++serial}`);
        for (const each of edits) await edit(each);
        const own = await readOverlay(database);
        if (own === null) return;
        expect(parseFactPack(formatPack(own.header, recordsOf(own)))).toMatchObject({ ok: true });
        expect((await row())?.active.counts).toMatchObject(own.header.counts);
        for (const { name } of own.entities) expect(await candidates(name)).toHaveLength(1);
      }),
      fuzzRuns(40),
    );
  },
  FUZZ_TIMEOUT_MS,
);
