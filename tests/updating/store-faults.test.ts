import { describe, expect, test } from 'vitest';
import { openDatabase, type Database } from '../../src/storage/database.ts';
import { listPacks } from '../../src/storage/pack-store.ts';
import {
  applyPending,
  declinePending,
  removePack,
  rollBack,
  setPackEnabled,
  setPackOrder,
} from '../../src/storage/pack-versions.ts';
import { sweepGenerations } from '../../src/storage/sweep-generations.ts';
import { putUpload } from '../../src/storage/upload-store.ts';
import { explainStoreError } from '../../src/storage/explain-store-error.ts';
import { FROM_FILE } from '../../src/core/packs/pack-origin.ts';
import { createImportService, type ImportService } from '../../src/updating/import-service.ts';
import { surveyLeftovers, surveyPacks } from '../crash/survey-store.ts';
import { makeFact, packLines } from '../fixtures/builders.ts';
import { STORE_FAULTS, withStoreFault } from '../fixtures/faulty-store.ts';
import { patchText } from '../fixtures/publisher.ts';

type Bench = { readonly database: Database; readonly service: ImportService };

const edition = (version: number): string[] =>
  packLines({ version, facts: [makeFact({ statement: `Version ${version}.` }), makeFact({ id: `only-${version}` })] });

let serial = 0;

async function setUp(): Promise<Bench> {
  const database = await openDatabase(() => {}, `store-faults-${++serial}`);
  const service = createImportService({
    connection: () => Promise.resolve(database),
    findOrdinaryWords: () => Promise.resolve([]),
    now: () => 1,
    onInstalled: () => Promise.resolve(),
    fetchDefaultPack: () => Promise.resolve(new Blob([packLines({ id: 'china-ai' }).join('\n')]).stream()),
    wasRemoved: () => Promise.resolve(false),
    subscribedPacks: () => Promise.resolve(new Set()),
    endSubscription: () => Promise.resolve(),
    exclusively: (work) => work(),
  });
  for (const text of [packLines({ id: 'other' }), edition(1), edition(2)])
    await upload({ database, service }, text.join('\n'));
  const held = {
    file: new Blob([edition(3).join('\n')]),
    title: 'Demo',
    origin: FROM_FILE,
    pack: 'demo',
    version: 3,
    isApplied: false,
  };
  await service.importFetched(held);
  return { database, service };
}

/** Hands a file over and has it imported; throws what the user is told. */
async function upload({ database, service }: Bench, text: string): Promise<void> {
  const ticket = await putUpload(database, { name: 'p.jsonl', file: new Blob([text]), storedAt: 1 });
  const result = await service.importUpload(ticket);
  if (!result.ok) throw new Error(result.error[0]?.message);
}

const firstLayer = async (database: Database): Promise<number> =>
  (await listPacks(database)).find(({ id }) => id === 'demo')?.kept[0]?.layers[0] ?? 0;

const OPERATIONS: readonly (readonly [string, (bench: Bench) => Promise<unknown>])[] = [
  ['an import', (bench) => upload(bench, edition(4).join('\n'))],
  ['a patch', (bench) => upload(bench, patchText(edition(2), edition(4)))],
  [
    'an update',
    async ({ service }) => {
      const file = new Blob([edition(4).join('\n')]);
      const result = await service.importFetched({
        file,
        title: 'Demo',
        origin: FROM_FILE,
        pack: 'demo',
        version: 4,
        isApplied: true,
      });
      if (!result.ok) throw new Error(result.error[0]?.message);
    },
  ],
  ['an activation', ({ database }) => applyPending(database, 'demo')],
  ['a refusal', ({ database }) => declinePending(database, 'demo')],
  ['a rollback', async ({ database }) => rollBack(database, 'demo', await firstLayer(database))],
  ['a removal', ({ database }) => removePack(database, 'demo')],
  ['a switch', ({ database }) => setPackEnabled(database, 'demo', false)],
  ['another order', ({ database }) => setPackOrder(database, ['demo', 'other'])],
  [
    'a sweep',
    async ({ database }) => {
      await database.add('generations', { startedAt: 1 });
      await sweepGenerations(database);
    },
  ],
];

describe.each(OPERATIONS)('%s that the store cuts off at any request', (_name, operate) => {
  test('S5: is done or not begun, says so in plain words, and leaves nothing after the next clean-up', async () => {
    let requests = Number.POSITIVE_INFINITY;
    const undisturbed = await setUp();
    const before = await surveyPacks(undisturbed.database);
    await operate(undisturbed);
    const after = await surveyPacks(undisturbed.database);
    for (let at = 1; at <= requests; at++) {
      const fault = STORE_FAULTS[at % STORE_FAULTS.length] ?? STORE_FAULTS[0];
      const bench = await setUp();
      let told: unknown = null;
      requests = await withStoreFault(at, fault, async () => {
        await operate(bench).catch((error: unknown) => (told = error));
      });
      const label = `request ${at} of ${requests}, ${fault[0]}: ${String(told)}`;
      const found = await surveyPacks(bench.database);
      expect([before, after], label).toContainEqual(found);
      // Whoever is told that it went wrong has what he had.
      expect(found, label).toEqual(told === null ? after : before);
      if (told !== null)
        expect(explainStoreError(told).message, label).toMatch(/[A-Z].{20,}\. Your packs are unchanged\./);
      // At the next start.
      await bench.service.resume();
      await bench.service.tidy();
      expect(await surveyLeftovers(bench.database), label).toEqual([]);
      expect([before, after], label).toContainEqual(await surveyPacks(bench.database));
      bench.database.close();
    }
    undisturbed.database.close();
  });
});
