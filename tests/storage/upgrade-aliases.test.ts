import { openDB } from 'idb';
import { expect, test } from 'vitest';
import type { TrackedAlias } from '../../src/core/model/mention.ts';
import { aliasKeys } from '../../src/core/matching/alias-key.ts';
import { markOrdinary, trackedAliases } from '../../src/core/packs/tracked-aliases.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { watchedAliases } from '../../src/storage/pack-store.ts';
import { resolveAliases } from '../../src/storage/resolve-aliases.ts';
import { makeEntity, packLines } from '../fixtures/builders.ts';

const ENTITIES = [
  makeEntity({
    name: 'Acme Robotics Inc.',
    aliases: [{ text: 'Acme' }, { text: 'Robin' }, { text: 'ROBIN', case: 'exact' }],
  }),
  makeEntity({ name: 'Robin', type: 'product' }),
  ...Array.from({ length: 2100 }, (_, number) => makeEntity({ name: `Firm ${number}` })),
];

/** A database of version 3, where every alias had a row of its own. */
async function openEarlier(name: string): Promise<readonly TrackedAlias[]> {
  const earlier = await openDB(name, 3, {
    upgrade(db) {
      for (const [store, ...key] of [
        ['packs', 'id'],
        ['entities', 'generation', 'id'],
        ['aliases', 'generation', 'fingerprint', 'serial'],
        ['facts', 'generation', 'id'],
        ['sources', 'generation', 'id'],
        ['conflicts', 'generation', 'id'],
        ['replaced', 'generation', 'kind', 'id'],
      ])
        db.createObjectStore(store ?? '', { keyPath: key.length === 1 ? (key[0] ?? '') : key });
      for (const store of ['generations', 'uploads']) db.createObjectStore(store, { autoIncrement: true });
      db.createObjectStore('indexes');
    },
  });
  const generation = Number(await earlier.add('generations', { startedAt: 1 }));
  const header = JSON.parse(packLines()[0] ?? '') as unknown;
  const active = { header, layers: [generation], counts: {}, importedAt: 1, origin: { kind: 'file' } };
  await earlier.put('packs', { id: 'demo', active, kept: [], pending: null, declined: 0, order: 0, enabled: true });
  const tracked = markOrdinary(
    ENTITIES.flatMap((entity) => trackedAliases('demo', entity)),
    new Set(['robin']),
  );
  const transaction = earlier.transaction(['entities', 'aliases'], 'readwrite');
  for (const entity of ENTITIES) await transaction.objectStore('entities').put({ generation, id: entity.id, entity });
  for (const [serial, alias] of tracked.entries()) {
    const fingerprint = aliasKeys(alias.alias.text)?.fingerprint ?? 0;
    await transaction.objectStore('aliases').put({ generation, fingerprint, serial, tracked: alias });
  }
  await transaction.done;
  earlier.close();
  return tracked;
}

test('S9: aliases of the third version of the database come along, with their ordinary words', async () => {
  const tracked = await openEarlier('upgraded-from-3');
  const upgraded = await openDatabase(() => {}, 'upgraded-from-3');
  const watched: TrackedAlias[] = [];
  for await (const page of watchedAliases(upgraded)) watched.push(...page);
  const byText = (a: TrackedAlias, b: TrackedAlias): number =>
    `${a.entity.id} ${a.alias.text}` < `${b.entity.id} ${b.alias.text}` ? -1 : 1;
  expect(watched.toSorted(byText)).toEqual(tracked.toSorted(byText));
  const names = ['robin', 'ACME robotics', 'Firm 2099'];
  const resolved = await resolveAliases(
    upgraded,
    names.map((name) => aliasKeys(name)?.fingerprint ?? 0),
  );
  expect(resolved.map((aliases) => aliases.map(({ entity, ordinary }) => [entity.id, ordinary ?? false]))).toEqual([
    [
      ['acme-robotics-inc', true],
      ['acme-robotics-inc', false],
      ['robin', true],
    ],
    [['acme-robotics-inc', false]],
    [['firm-2099', false]],
  ]);
  expect([...upgraded.objectStoreNames]).not.toContain('aliases');
  upgraded.close();
});
