import { expect, test, vi } from 'vitest';
import { createImportService, type ImportPorts } from '../../src/updating/import-service.ts';
import { createConnection } from '../../src/storage/connection.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { listPacks } from '../../src/storage/pack-store.ts';
import { putUpload } from '../../src/storage/upload-store.ts';
import { packLines } from '../fixtures/builders.ts';

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
