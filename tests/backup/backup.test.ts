import { gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test, vi } from 'vitest';
import { createRestoreService } from '../../src/backup/restore-service.ts';
import { readBackupHeader } from '../../src/backup/read-backup-header.ts';
import { writeBackup } from '../../src/backup/write-backup.ts';
import type { RestoreMode } from '../../src/core/backup/restored-state.ts';
import { DEFAULT_SETTINGS } from '../../src/core/model/settings.ts';
import { FROM_FILE } from '../../src/core/packs/pack-origin.ts';
import { RECORD_KINDS } from '../../src/core/packs/diff-packs.ts';
import type { Subscription } from '../../src/core/updates/subscription.ts';
import { readBackupState } from '../../src/storage/backup-state.ts';
import { walkRecords } from '../../src/storage/compare-versions.ts';
import { createConnection } from '../../src/storage/connection.ts';
import { writeCaptures } from '../../src/storage/capture-store.ts';
import { writeCorrections } from '../../src/storage/correction-store.ts';
import { openDatabase } from '../../src/storage/database.ts';
import { importPack } from '../../src/storage/import-pack.ts';
import { writeMergeChoices } from '../../src/storage/merge-store.ts';
import { writeOverlayState } from '../../src/storage/overlay-state-store.ts';
import { changeOverlay, readOverlay } from '../../src/storage/overlay-store.ts';
import { listPacks } from '../../src/storage/pack-store.ts';
import { sweepGenerations } from '../../src/storage/sweep-generations.ts';
import { resolveAliases } from '../../src/storage/resolve-aliases.ts';
import { mirrorInstalled, mirrorRemoved, readMirror } from '../../src/storage/pack-mirror.ts';
import { setPackEnabled, setPackOrder } from '../../src/storage/pack-versions.ts';
import { writePrivacy } from '../../src/storage/privacy-store.ts';
import { writeSettings } from '../../src/storage/settings-store.ts';
import { writeSubscriptions } from '../../src/storage/subscription-store.ts';
import { putUpload } from '../../src/storage/upload-store.ts';
import { aliasKeys } from '../../src/core/matching/alias-key.ts';
import { makeCapture } from '../core/capture/make-clip.ts';
import { linesOf, makeEntity, makeFact, packLines } from '../fixtures/builders.ts';
import { makeSubscription } from '../fixtures/subscription.ts';
import { makeSessionArea } from '../fixtures/session-area.ts';

let serial = 0;

/** A browser profile: a database, what stands beside it, and what restores. */
function makeProfile() {
  const name = `backup-${++serial}`;
  const area = makeSessionArea();
  const connection = createConnection((onClosed) => openDatabase(onClosed, name));
  const onRestored = vi.fn(() => Promise.resolve());
  const ports = {
    ...{ connection, area, onRestored, now: () => 9, findOrdinaryWords: () => Promise.resolve([]) },
    exclusively: <T>(work: () => Promise<T>) => work(),
    inTurn: <T>(work: () => Promise<T>) => work(),
  };
  const restores = createRestoreService(ports);
  const putAside = async (file: Blob, mode: RestoreMode) =>
    putUpload(await connection(), { name: 'backup', file, storedAt: 1, restore: mode });
  return {
    ...{ area, connection, onRestored, restores, ports, putAside },
    install: async (lines: readonly string[]) => {
      const result = await importPack(await connection(), linesOf(lines), { now: 5, origin: FROM_FILE });
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      await mirrorInstalled(area, [{ id: result.value.id, title: result.value.active.header.title }]);
    },
    backup: async (withTokens = false) => writeBackup({ database: await connection(), area }, { withTokens, now: 7 }),
    restore: async (file: Blob, mode: RestoreMode) => restores.restoreUpload(await putAside(file, mode)),
  };
}
type Profile = ReturnType<typeof makeProfile>;

/** All that a backup promises to bring back, to be compared. */
async function contentOf({ connection, area }: Profile): Promise<unknown> {
  const database = await connection();
  const packs = await Promise.all(
    (await listPacks(database)).map(async ({ id, active, order, enabled, declined }) => {
      const records: unknown[] = [];
      for (const kind of RECORD_KINDS)
        for await (const { record } of walkRecords(database, active.layers, kind)) records.push(record);
      const { header, counts, importedAt, origin } = active;
      return { id, order, enabled, declined, header, counts, importedAt, origin, records };
    }),
  );
  return { packs, state: await readBackupState(area), mirror: await readMirror(area) };
}

const subscription = (fields: Partial<Subscription> = {}): Subscription =>
  makeSubscription({ token: 'secret', ...fields });

/** A profile with something of everything. */
async function fullProfile(facts = 30): Promise<Profile> {
  const profile = makeProfile();
  const { area, connection } = profile;
  await profile.install(packLines({ facts: Array.from({ length: facts }, (_, at) => makeFact({ id: `f${at}` })) }));
  await profile.install(packLines({ id: 'other', version: 4 }));
  await setPackOrder(await connection(), ['other', 'demo']);
  await setPackEnabled(await connection(), 'other', false);
  await writeSettings(area, { ...DEFAULT_SETTINGS, density: 'page', disabledSites: ['mail.example'] });
  await writePrivacy(area, { packs: { demo: 'quiet' }, entities: { 'demo/acme': 'overlay' } });
  await writeSubscriptions(area, [subscription()]);
  await writeCorrections(area, [{ verdict: 'never', entity: { pack: 'demo', id: 'acme' }, alias: 'Acme' }]);
  await mirrorRemoved(area, 'china-ai');
  const [a, b, c] = ['demo', 'other', 'third'].map((pack) => ({ pack, id: 'acme' }));
  if (a === undefined || b === undefined || c === undefined) throw new Error('three records');
  const note = { target: { kind: 'fact' as const, pack: 'demo', id: 'f1' }, text: 'Ask Hank.', writtenAt: 4 };
  await writeOverlayState(area, { notes: [note], hidden: [{ pack: 'demo', id: 'f2' }] });
  await writeMergeChoices(area, { same: [[a, b]], different: [[b, c]] });
  await writeCaptures(area, [makeCapture(3), makeCapture(1)]);
  return profile;
}

const unpacked = async (file: Blob): Promise<string> => gunzipSync(await file.bytes()).toString();
const packed = (text: string): Blob => new Blob([new Uint8Array(gzipSync(text))]);

describe('restored into a fresh profile', () => {
  test.each(['replace', 'add'] as const)('by "%s", packs are equal', async (mode) => {
    const [old, fresh] = [await fullProfile(), makeProfile()];
    const result = await fresh.restore(await old.backup(true), mode);
    expect(result).toEqual({ ok: true, value: { packs: ['Pack other', 'Pack demo'], skipped: [] } });
    const [before, after] = (await Promise.all([contentOf(old), contentOf(fresh)])) as { packs: unknown }[];
    expect(after?.packs).toEqual(before?.packs);
    if (mode === 'replace') expect(after).toEqual(before);
    expect(fresh.onRestored).toHaveBeenCalledOnce();
    expect(await (await fresh.connection()).count('uploads')).toBe(0);
  });

  test('a pack of more than one batch is whole', { timeout: 60_000 }, async () => {
    const [old, fresh] = [await fullProfile(1100), makeProfile()];
    await fresh.restore(await old.backup(), 'add');
    expect((await listPacks(await fresh.connection()))[1]?.active.counts.facts).toBe(1100);
  });

  test('names are found again', async () => {
    const fresh = makeProfile();
    const old = makeProfile();
    await old.install(packLines());
    await fresh.restore(await old.backup(), 'replace');
    const { fingerprint = 0 } = aliasKeys('Acme Robotics') ?? {};
    const [found] = await resolveAliases(await fresh.connection(), [fingerprint]);
    expect(found?.map(({ entity }) => entity)).toEqual([{ pack: 'demo', id: 'acme' }]);
  });

  test('what the user added lies above all again, and goes on from there', async () => {
    const [old, fresh] = [await fullProfile(), makeProfile()];
    const profile = { title: 'Mine', publisher: 'Me', language: 'en', today: '2026-11-23' };
    const add = async (to: Profile, id: string) =>
      changeOverlay(
        await to.connection(),
        () => ({ put: [{ type: 'entity', entity: makeEntity({ id, name: `Name of ${id}` }) }], remove: [] }),
        { profile, now: 7 },
      );
    await add(old, 'globex');
    await fresh.restore(await old.backup(), 'replace');
    expect(await contentOf(fresh)).toMatchObject({
      packs: [{ id: 'own', order: -1 }, { id: 'other' }, { id: 'demo' }],
    });
    expect(await add(fresh, 'initech')).toMatchObject({ ok: true });
    await sweepGenerations(await fresh.connection());
    const own = await readOverlay(await fresh.connection());
    expect(own).toMatchObject({ header: { version: 2 }, entities: [{ id: 'globex' }, { id: 'initech' }] });
  });

  test('without the secrets of private addresses unless they were asked for', async () => {
    const old = await fullProfile();
    expect(await unpacked(await old.backup())).not.toContain('secret');
    expect(await unpacked(await old.backup(true))).toContain('secret');
  });
});

describe('restored over what is there', () => {
  test('by "replace": the backup counts, the version that was in use can be gone back to, and others go', async () => {
    const old = await fullProfile();
    const present = makeProfile();
    await present.install(packLines({ version: 9 }));
    await present.install(packLines({ id: 'extra' }));
    await writeSubscriptions(present.area, [subscription({ token: 'mine', highestVersion: 9 })]);
    expect(await present.restore(await old.backup(), 'replace')).toMatchObject({ ok: true });
    const rows = await listPacks(await present.connection());
    expect(rows.map(({ id, active }) => [id, active.header.version])).toEqual([
      ['other', 4],
      ['demo', 1],
    ]);
    expect(rows[1]?.kept.map(({ header }) => header.version)).toEqual([9]);
    const { subscriptions, settings } = await readBackupState(present.area);
    expect(subscriptions).toEqual([subscription({ token: 'mine', highestVersion: 9, etag: null })]);
    expect(settings.density).toBe('page');
    // Gone because the user wanted it so, not lost.
    expect(await readMirror(present.area)).toEqual({
      installed: { demo: 'Pack demo', other: 'Pack other' },
      removed: ['china-ai', 'extra'],
    });
  });

  test('by "add": what is there stays, and what is missing comes behind it', async () => {
    const old = await fullProfile();
    const present = makeProfile();
    await present.install(packLines({ version: 9 }));
    const mine = { verdict: 'never', entity: { pack: 'demo', id: 'acme' }, alias: 'Acme Robotics' } as const;
    await writeCorrections(present.area, [mine]);
    const own = { ...makeCapture(1), quote: 'Mine.' };
    await writeCaptures(present.area, [makeCapture(2), own]);
    expect(await present.restore(await old.backup(), 'add')).toEqual({
      ok: true,
      value: { packs: ['Pack other'], skipped: ['Pack demo'] },
    });
    const rows = await listPacks(await present.connection());
    expect(rows.map(({ id, active, enabled }) => [id, active.header.version, enabled])).toEqual([
      ['demo', 9, true],
      ['other', 4, false],
    ]);
    const { settings, corrections, captures } = await readBackupState(present.area);
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(corrections.map(({ alias }) => alias)).toEqual(['Acme', 'Acme Robotics']);
    expect(captures).toEqual([makeCapture(3), makeCapture(2), own]);
  });
});

describe('a bad file changes nothing', () => {
  const saved = fullProfile().then((profile) => profile.backup());
  const cases: readonly [string, RegExp, (text: string, file: Blob) => Blob | Promise<Blob>][] = [
    ['cut in the middle', /unpacked|cut short/, (_text, file) => file.slice(0, file.size - 100)],
    ['cut at a line end', /cut short/, (text) => packed(text.split('\n').slice(0, -3).join('\n'))],
    ['without its end', /cut short/, (text) => packed(text.split('\n').slice(0, -2).join('\n'))],
    ['with a changed word', /changed or damaged/, (text) => packed(text.replace('over $4 billion', 'over $9 billion'))],
    ['with a line too many', /after the end/, (text) => packed(`${text}{"removed":"demo"}\n`)],
    ['with a bad record', /statement/, (text) => packed(text.replace('"statement":"Acme', '"statment":"Acme'))],
    ['of a newer format', /newer Sidelight/, (text) => packed(text.replace('"formatVersion":1', '"formatVersion":2'))],
    ['that is a pack', /not a backup/, () => packed(packLines().join('\n'))],
    ['that is a page', /not a backup/, () => new Blob(['<html>'])],
    ['that is empty', /empty/, () => new Blob([''])],
  ];
  test.each(cases)('one %s', async (_name, said, spoil) => {
    const file = await saved;
    const present = makeProfile();
    await present.install(packLines({ version: 9 }));
    const before = await contentOf(present);
    const result = await present.restore(await spoil(await unpacked(file), file), 'replace');
    expect(result.ok).toBe(false);
    if (!result.ok) expect(result.error[0]?.message).toMatch(said);
    expect(await contentOf(present)).toEqual(before);
    const database = await present.connection();
    expect([await database.count('generations'), await database.count('facts')]).toEqual([1, 1]);
    expect(present.onRestored).not.toHaveBeenCalled();
  });

  test('and is told by its line', async () => {
    const text = await unpacked(await saved);
    const lines = text.split('\n');
    const at = lines.findIndex((line) => line.startsWith('{"fact"'));
    lines[at] = '{"fact":{}}';
    const result = await makeProfile().restore(packed(lines.join('\n')), 'replace');
    expect(result.ok ? [] : result.error.map(({ line }) => line)).toContain(at + 1);
  });
});

test('a restore that a crash cut off is begun again by the next start', async () => {
  const old = await fullProfile();
  const fresh = makeProfile();
  await fresh.putAside(await old.backup(true), 'replace');
  // The crash came after the packs and before the rest.
  const dying = createRestoreService({ ...fresh.ports, inTurn: () => new Promise(() => {}) });
  void dying.resume();
  await vi.waitFor(async () => expect(await listPacks(await fresh.connection())).toHaveLength(2));
  await createRestoreService(fresh.ports).resume();
  expect(await contentOf(fresh)).toEqual(await contentOf(old));
  expect(await (await fresh.connection()).count('uploads')).toBe(0);
});

test('a backup that is taken for a pack is told apart', async () => {
  const lines = (await unpacked(await (await fullProfile()).backup())).split('\n');
  const result = await importPack(await makeProfile().connection(), linesOf(lines), { now: 1 });
  expect(result).toMatchObject({
    ok: false,
    error: [{ code: 'not-a-pack', message: expect.stringContaining('restore it') }],
  });
});

test('the header says what is in a file before anything is done', async () => {
  const file = await (await fullProfile()).backup();
  expect(await readBackupHeader(file)).toMatchObject({
    ok: true,
    value: { savedAt: 7, hasTokens: false, counts: { packs: 2, subscriptions: 1, corrections: 1 } },
  });
  expect(await readBackupHeader(new Blob(['{}']))).toMatchObject({ ok: false, error: [{ code: 'not-a-backup' }] });
});
