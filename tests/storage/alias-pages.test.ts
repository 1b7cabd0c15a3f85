import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aliasKeys, type Fingerprint } from '../../src/core/matching/alias-key.ts';
import { collectAliasPages, findBearers } from '../../src/storage/alias-pages.ts';
import { openDatabase, type AliasPageRow, type Database } from '../../src/storage/database.ts';

let serial = 0;

async function storePages(
  bearers: readonly (readonly [entity: string, fingerprints: readonly Fingerprint[]])[],
): Promise<{ database: Database; pages: readonly AliasPageRow[] }> {
  const collected = collectAliasPages();
  for (const [entity, fingerprints] of bearers) collected.add(entity, fingerprints);
  const pages = [...collected.finish(7)].filter((page) => page !== undefined);
  const database = await openDatabase(() => {}, `alias-pages-${++serial}`);
  for (const page of pages) await database.put('aliasPages', page);
  return { database, pages };
}

const find = (database: Database, fingerprint: Fingerprint, generation = 7) =>
  findBearers(database.transaction('aliasPages').store, generation, fingerprint);

test('finds every bearer of every alias, and no other', async () => {
  const fingerprint = fc.oneof(
    fc.integer({ min: 0, max: 3 }).map((key) => key * 2 ** 13),
    fc.maxSafeNat().map((number) => number % 2 ** 44),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(fingerprint, { maxLength: 12 }), { maxLength: 60 }), async (lists) => {
      const { database } = await storePages(lists.map((fingerprints, index) => [`e${index}`, fingerprints]));
      const key = (value: Fingerprint): number => Math.floor(value / 2 ** 13);
      for (const wanted of [...new Set([0, 42, ...lists.flat()])]) {
        const bearers = lists.flatMap((own, index) =>
          own.some((value) => key(value) === key(wanted)) ? [`e${index}`] : [],
        );
        expect(await find(database, wanted)).toEqual(bearers);
      }
      database.close();
    }),
    { numRuns: 25 },
  );
});

test('a name that fills several pages has all its bearers, in the order of the pack', async () => {
  const { fingerprint } = aliasKeys('Acme') ?? { fingerprint: 0 };
  const entities = Array.from({ length: 500 }, (_, number) => `e${number}`);
  const { database, pages } = await storePages(
    entities.map((id, number) => [id, [fingerprint, aliasKeys(`Firm ${number}`)?.fingerprint ?? 0]]),
  );
  expect(pages.length).toBe(Math.ceil(1000 / 64));
  expect(await find(database, fingerprint)).toEqual(entities);
  expect(await find(database, fingerprint, 6)).toEqual([]);
  expect(await find(database, aliasKeys('Nobody')?.fingerprint ?? 0)).toEqual([]);
  database.close();
});
