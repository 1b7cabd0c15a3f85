import { describe, expect, test, vi } from 'vitest';
import { createImportService, type ImportPorts } from '../../src/updating/import-service.ts';
import { createConnection } from '../../src/storage/connection.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { listPacks } from '../../src/storage/pack-store.ts';
import { putUpload } from '../../src/storage/upload-store.ts';
import { makeFact, packLines } from '../fixtures/builders.ts';
import { patchText } from '../fixtures/publisher.ts';

let serial = 0;

function setUp(overrides: Partial<ImportPorts> = {}) {
  const name = `import-service-${++serial}`;
  const connection = createConnection((onClosed) => openDatabase(onClosed, name));
  const onInstalled = vi.fn(() => Promise.resolve());
  const service = createImportService({
    findOrdinaryWords: () => Promise.resolve([]),
    connection,
    now: () => 1,
    onInstalled,
    fetchDefaultPack: () => Promise.resolve(new Blob([packLines({ id: 'china-ai' }).join('\n')]).stream()),
    wasRemoved: () => Promise.resolve(false),
    subscribedPacks: () => Promise.resolve(new Set<string>()),
    endSubscription: () => Promise.resolve(),
    exclusively: (work) => work(),
    ...overrides,
  });
  const upload = async (content: BlobPart) =>
    putUpload(await connection(), { name: 'p.jsonl', file: new Blob([content]), storedAt: 1 });
  return { connection, service, onInstalled, upload };
}

test('imports an upload, announces it, and removes the file', async () => {
  const { connection, service, onInstalled, upload } = setUp();
  const result = await service.importUpload(await upload(packLines().join('\n')));
  expect(result).toMatchObject({ ok: true, value: { id: 'demo' } });
  expect(onInstalled).toHaveBeenCalledOnce();
  expect(await (await connection()).count('uploads')).toBe(0);
});

test('a refused upload changes nothing, announces nothing, and is removed', async () => {
  const { connection, service, onInstalled, upload } = setUp();
  const result = await service.importUpload(await upload('<html>'));
  expect(result).toMatchObject({ ok: false, error: [{ code: 'not-json', line: 1 }] });
  expect(onInstalled).not.toHaveBeenCalled();
  expect(await listPacks(await connection())).toEqual([]);
  expect(await (await connection()).count('uploads')).toBe(0);
});

test('S16: an older version than the installed one is refused by itself, and taken where the user says so', async () => {
  const { connection, service, upload } = setUp();
  const version = async () => (await listPacks(await connection())).map(({ active }) => active.header.version);
  await service.importUpload(await upload(packLines({ version: 3 }).join('\n')));
  const older = packLines({ version: 2 }).join('\n');
  expect(await service.importUpload(await upload(older))).toMatchObject({
    ok: false,
    error: [{ code: 'older-version' }],
  });
  expect(await version()).toEqual([3]);
  const wanted = { name: 'p.jsonl', file: new Blob([older]), storedAt: 1, isMeant: true };
  expect(await service.importUpload(await putUpload(await connection(), wanted))).toMatchObject({ ok: true });
  expect(await version()).toEqual([2]);
});

test('a file that is not UTF-8 is refused in plain words', async () => {
  const { service, upload } = setUp();
  const result = await service.importUpload(await upload(new Uint8Array([0xff, 0xfe, 0x7b, 0x00])));
  expect(result).toMatchObject({
    ok: false,
    error: [{ code: 'unreadable-file', message: expect.stringContaining('UTF-8') }],
  });
});

test('an unknown ticket is refused', async () => {
  expect(await setUp().service.importUpload(99)).toMatchObject({ ok: false, error: [{ code: 'unreadable-file' }] });
});

describe('REGRESSION S1: an import whose background died after the new version was in use', () => {
  const content = packLines().join('\n');

  test('is answered for, although the file is gone', async () => {
    const { connection, service, upload } = setUp();
    const ticket = await upload(content);
    await service.importUpload(ticket);
    // Another background, which remembers nothing.
    const next = setUp({ connection });
    expect(await next.service.importUpload(ticket)).toMatchObject({ ok: true, value: { id: 'demo' } });
  });

  test('is not done again over the rows in use, and what was to be swept is swept', async () => {
    const { connection, service, upload } = setUp();
    const ticket = await upload(content);
    await service.importUpload(ticket);
    const database = await connection();
    await database.put('uploads', { name: 'p', file: new Blob([content]), storedAt: 1 }, ticket);
    const stray = await database.add('generations', { startedAt: 1 });
    const before = await database.getAll('aliasPages');
    const next = setUp({ connection });
    await next.service.resume();
    expect(next.onInstalled).toHaveBeenCalledOnce();
    expect(await database.getAll('aliasPages')).toEqual(before);
    expect((await listPacks(database)).map(({ active, kept }) => [active.layers, kept])).toEqual([[[1], []]]);
    expect(await database.count('uploads')).toBe(0);
    expect(await database.get('generations', stray)).toBeUndefined();
  });

  test('holds for a patch as well', async () => {
    const { connection, service, upload } = setUp();
    await service.importUpload(await upload(content));
    const ticket = await upload(patchText(packLines(), packLines({ version: 2, facts: [makeFact({ kind: 'role' })] })));
    await service.importUpload(ticket);
    const next = setUp({ connection });
    expect(await next.service.importUpload(ticket)).toMatchObject({ ok: true, value: { active: { layers: [2, 1] } } });
  });
});

test('REGRESSION S5: an import whose index could not be written is no failure: the pack is there', async () => {
  const { connection, service, upload } = setUp({
    onInstalled: () => Promise.reject(new DOMException('full', 'QuotaExceededError')),
  });
  expect(await service.importUpload(await upload(packLines().join('\n')))).toMatchObject({ ok: true });
  expect(await listPacks(await connection())).toHaveLength(1);
});

test('the default pack is installed once, and never over a version that is there', async () => {
  const { connection, service } = setUp();
  await service.installDefault();
  await service.importUpload(
    await putUpload(await connection(), {
      name: 'p',
      file: new Blob([packLines({ id: 'china-ai', version: 9 }).join('\n')]),
      storedAt: 1,
    }),
  );
  await service.installDefault();
  expect((await listPacks(await connection())).map((pack) => pack.active.header.version)).toEqual([9]);
});
