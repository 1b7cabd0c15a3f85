import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openManifest } from '../../../src/signing/signed-manifest.ts';
import type { Manifest } from '../../../src/core/updates/manifest.ts';
import { makePublishingFolder, versionLines } from '../../fixtures/publishing-folder.ts';
import { runPack } from '../../fixtures/run-pack.ts';

let folder = makePublishingFolder();
let [v1, v2, v3] = ['', '', ''];
let [main, spare] = [
  { file: '', publicKey: '' },
  { file: '', publicKey: '' },
];
beforeEach(async () => {
  folder = makePublishingFolder();
  [v1, v2, v3] = [1, 2, 3].map((version) => folder.writeVersion(version)) as [string, string, string];
  [main, spare] = [await folder.makeKey('main'), await folder.makeKey('spare')];
});
afterEach(() => rmSync(folder.root, { recursive: true }));

const sign = (...args: string[]) => runPack('sign', '--out', folder.site, ...args);
const signed = (...args: string[]) => sign('--key', main.file, ...args);
const verify = (...args: string[]) => runPack('verify', ...args, folder.manifest);
async function manifest(file = folder.manifest): Promise<Manifest> {
  const opened = await openManifest(readFileSync(file, 'utf8'), []);
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value.manifest;
}
const refused = (words: string) => ({ status: 1, err: expect.stringContaining(words) });
const wrong = (words: string) => ({ status: 2, err: expect.stringContaining(words) });

describe('a first release', () => {
  test('is a pack and a signed manifest, sound to whoever verifies', async () => {
    expect(await signed(v1, '--notes', 'Hello')).toMatchObject({ status: 0, err: '' });
    expect(readdirSync(folder.site).toSorted()).toEqual(['demo-1.factpack.jsonl.gz', 'demo.manifest.json']);
    expect(await manifest()).toMatchObject({ version: 1, channel: 'stable', keys: [main.publicKey], notes: 'Hello' });
    expect(await manifest()).toMatchObject({ publisher: 'Tests', license: 'CC0-1.0', counts: { entities: 1 } });
    expect(await verify('--key', main.publicKey)).toMatchObject({ status: 0, err: '' });
    expect(
      gunzipSync(readFileSync(join(folder.site, 'demo-1.factpack.jsonl.gz')))
        .toString()
        .trim()
        .split('\n'),
    ).toHaveLength(versionLines(1).length);
  });

  test('without a key is unsigned, with a warning', async () => {
    expect(await sign(v1)).toMatchObject({ status: 0, err: expect.stringContaining('It is not signed') });
    expect((await manifest()).keys).toEqual([]);
    expect(await verify()).toMatchObject({ status: 0, err: expect.stringContaining('it is not signed') });
  });

  test('is the same bytes each time, whatever the machine', async () => {
    await signed(v1);
    const bytes = readFileSync(join(folder.site, 'demo-1.factpack.jsonl.gz'));
    rmSync(folder.site, { recursive: true });
    await signed(v1);
    expect(readFileSync(join(folder.site, 'demo-1.factpack.jsonl.gz')).equals(bytes)).toBe(true);
    // No time, no operating system (RFC 1952, 2.3).
    expect([...bytes.subarray(0, 10)]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 2, 255]);
  });

  test('may expire, have mirrors and a spare key', async () => {
    const keys = ['--next-key', main.publicKey, '--next-key', spare.publicKey];
    await signed(v1, '--expires', '30', '--mirror', 'https://mirror.example/packs/', ...keys);
    const made = await manifest();
    expect(Date.parse(made.expires ?? '') - Date.parse(made.issued)).toBe(30 * 86_400_000);
    expect(made).toMatchObject({ mirrors: ['https://mirror.example/packs/'], keys: [main.publicKey, spare.publicKey] });
  });

  test('--json tells programs', async () => {
    const { out } = await signed(v1, '--json');
    expect(JSON.parse(out)).toMatchObject({ pack: 'demo', version: 1, patches: [], signers: [main.publicKey] });
  });
});

describe('the next release', () => {
  test('has a patch from the one before, which gives it', async () => {
    await signed(v1);
    await signed(v2);
    const { patches, file } = await manifest();
    expect(patches).toMatchObject([{ from: 1, path: 'demo-1-2.factpatch.jsonl.gz' }]);
    expect(patches[0]?.bytes).toBeLessThan(file.bytes);
    expect(await verify('--key', main.publicKey)).toMatchObject({ status: 0, err: '' });
  });

  test('has patches from all that are named', async () => {
    await signed(v3, '--previous', v1, '--previous', v2);
    expect((await manifest()).patches.map(({ from }) => from)).toEqual([1, 2]);
    expect(await verify('--previous', v1, '--previous', v2, '--key', main.publicKey)).toMatchObject({
      status: 0,
      err: '',
    });
  });

  test('has none that is hardly smaller than the pack', async () => {
    const lines = versionLines(2).map((line) =>
      line.replaceAll('plant', 'works').replaceAll('Acme opened', 'Acme closed'),
    );
    await signed(v1);
    await signed(folder.writeVersion(2, lines));
    expect((await manifest()).patches).toEqual([]);
  });

  test('keeps keys, threshold and mirrors', async () => {
    const keys = ['--next-key', main.publicKey, '--next-key', spare.publicKey, '--threshold', '2'];
    await signed(v1, '--key', spare.file, ...keys, '--mirror', 'https://mirror.example/');
    await signed(v2, '--key', spare.file);
    const { version, threshold, mirrors } = await manifest();
    expect([version, threshold, mirrors]).toEqual([2, 2, ['https://mirror.example/']]);
  });

  test('leaves the file of the one before for whoever is just fetching it', async () => {
    await signed(v1);
    await signed(v2);
    expect(existsSync(join(folder.site, 'demo-1.factpack.jsonl.gz'))).toBe(true);
    expect(readdirSync(folder.site).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test.each(['lower', 'equal'])('with a version that is not higher (%s) is refused', async (which) => {
    await signed(v2);
    const before = readFileSync(folder.manifest);
    expect(await signed(which === 'lower' ? v1 : v2)).toMatchObject(refused('Version 2 is published already'));
    expect(readFileSync(folder.manifest).equals(before)).toBe(true);
  });

  test('that leaps too far ahead is refused', async () => {
    await signed(v1);
    expect(await signed(folder.writeVersion(20_000))).toMatchObject(refused('too great a leap'));
  });
});

describe('--renew', () => {
  test('announces the same pack anew', async () => {
    await signed(v1);
    await signed(v2, '--expires', '1');
    const before = await manifest();
    expect(await signed(v2, '--renew', '--expires', '60')).toMatchObject({ status: 0 });
    const after = await manifest();
    expect(after).toMatchObject({ version: 2, file: before.file, patches: before.patches });
    expect(after.expires).not.toBe(before.expires);
    expect(await verify('--key', main.publicKey)).toMatchObject({ status: 0, err: '' });
  });

  test('is for the very pack that is published', async () => {
    await signed(v1);
    expect(await signed(v2, '--renew')).toMatchObject(refused('--renew is for the version that is published, 1'));
    writeFileSync(v1, versionLines(1).join('\n').replaceAll('plant', 'works'));
    expect(await signed(v1, '--renew')).toMatchObject(refused('has published something else under this name'));
  });
});

describe('keys', () => {
  test('are handed over by those that may', async () => {
    await signed(v1);
    expect(await signed(v2, '--key', spare.file, '--next-key', spare.publicKey)).toMatchObject({ status: 0 });
    expect(await verify('--key', main.publicKey)).toMatchObject({ status: 0 });
    expect(await sign(v3, '--key', spare.file)).toMatchObject({ status: 0 });
    expect(await verify('--key', main.publicKey)).toMatchObject(refused('signed with none of the keys that count'));
    expect(await verify('--key', spare.publicKey)).toMatchObject({ status: 0 });
  });

  test('a spare key that was announced signs alone', async () => {
    await signed(v1, '--next-key', main.publicKey, '--next-key', spare.publicKey);
    expect(await sign(v2, '--key', spare.file, '--next-key', spare.publicKey)).toMatchObject({ status: 0 });
  });

  test.each<[string, () => string[], string]>([
    ['another key', () => ['--key', spare.file], 'Present subscribers would refuse this. It is signed with none'],
    ['no key any more', () => [], 'Present subscribers would refuse this. It is not signed'],
    [
      'the old key alone, for a new one',
      () => ['--key', main.file, '--next-key', spare.publicKey],
      'New subscribers would refuse this. Too few good signatures',
    ],
    [
      'fewer keys than the threshold',
      () => ['--key', main.file, '--next-key', main.publicKey, '--next-key', spare.publicKey, '--threshold', '2'],
      'New subscribers would refuse this. Too few good signatures',
    ],
  ])('%s: refused, and nothing is written', async (_name, args, words) => {
    await signed(v1);
    const before = readdirSync(folder.site).map((name) => [name, statSync(join(folder.site, name)).mtimeMs]);
    const { status, err } = await sign(v2, ...args());
    expect([status, err]).toEqual([1, expect.stringContaining(words)]);
    expect(readdirSync(folder.site).map((name) => [name, statSync(join(folder.site, name)).mtimeMs])).toEqual(before);
  });

  test('too few of them in a group of two', async () => {
    await signed(
      v1,
      '--key',
      spare.file,
      '--next-key',
      main.publicKey,
      '--next-key',
      spare.publicKey,
      '--threshold',
      '2',
    );
    expect(await signed(v2)).toMatchObject(refused('(1 of 2)'));
    expect(await signed(v2, '--threshold', '1')).toMatchObject(refused('Present subscribers would refuse this'));
  });

  test('must not lie in the folder that everybody sees', async () => {
    expect(await runPack('sign', '--out', folder.root, '--key', main.file, v1)).toMatchObject(
      wrong('Move the key elsewhere'),
    );
  });

  test.skipIf(process.platform === 'win32')('that others can read are mentioned', async () => {
    chmodSync(main.file, 0o644);
    expect(await signed(v1)).toMatchObject({
      status: 0,
      err: expect.stringContaining('others on this machine can read'),
    });
  });
});

describe('channels', () => {
  test('stand side by side and know of each other', async () => {
    await signed(v1);
    await signed(v2, '--channel', 'beta');
    const beta = join(folder.site, 'demo.beta.manifest.json');
    expect(await manifest(beta)).toMatchObject({
      channel: 'beta',
      version: 2,
      channels: { stable: 'demo.manifest.json' },
    });
    expect((await manifest()).version).toBe(1);
    await signed(v2);
    expect(await manifest()).toMatchObject({ version: 2, channels: { beta: 'demo.beta.manifest.json' } });
    expect((await manifest()).file).toEqual((await manifest(beta)).file);
    expect((await runPack('verify', beta)).status).toBe(0);
  });

  test('do not overwrite what the other has published', async () => {
    await signed(v2, '--channel', 'beta');
    writeFileSync(v2, versionLines(2).join('\n').replaceAll('plant', 'works'));
    expect(await signed(v2)).toMatchObject(refused('The beta channel has published something else under this name'));
  });
});

describe('what cannot be published', () => {
  test('an unsound pack, with its lines', async () => {
    const cut = folder.writeVersion(1, versionLines(1).slice(0, -1));
    expect(await signed(cut)).toMatchObject(refused(`${cut}:1: The header promises`));
    expect(existsSync(folder.site)).toBe(false);
    const { out, err } = await signed(cut, '--json');
    expect([JSON.parse(out), err]).toMatchObject([[{ code: 'count-mismatch', line: 1 }], '']);
  });

  test.each([
    ['a damaged one', (text: string) => text.replace('"payload": "', '"payload": "AAAA')],
    ['one that is no manifest', () => '{}'],
    ['an empty one', () => ''],
  ])('anything upon a manifest that is not sound: %s', async (_name, damage) => {
    await signed(v1);
    writeFileSync(folder.manifest, damage(readFileSync(folder.manifest, 'utf8')));
    expect(await signed(v2)).toMatchObject({ status: 1, err: expect.stringContaining(folder.manifest) });
  });

  test('files that another program left half written are replaced', async () => {
    await signed(v1);
    writeFileSync(join(folder.site, 'demo-2.factpack.jsonl.gz'), 'half');
    expect(await signed(v2)).toMatchObject({ status: 0 });
    expect((await verify('--key', main.publicKey)).status).toBe(0);
  });
});

test.each<[string, () => string[], string]>([
  ['no pack', () => [], 'PACK is missing'],
  ['no such pack', () => ['none.factpack.jsonl'], 'ENOENT'],
  ['no such key', () => ['--key', 'none.pem', v1], 'ENOENT'],
  ['a channel that does not exist', () => ['--channel', 'nightly', v1], '--channel is one of stable, beta'],
  ['an expiry that is no number', () => ['--expires', 'soon', v1], '--expires wants a whole number'],
  ['a threshold of none', () => ['--key', main.file, '--threshold', '0', v1], '--threshold wants a whole number'],
  ['a threshold above the keys', () => ['--key', main.file, '--threshold', '2', v1], 'more than there are keys'],
  ['next keys without a signature', () => ['--next-key', main.publicKey, v1], 'only a signed manifest can hand over'],
  ['a next key that is none', () => ['--key', main.file, '--next-key', 'abc', v1], '--next-key wants a public key'],
  ['a mirror without https', () => ['--mirror', 'http://mirror.example/', v1], '--mirror wants the https address'],
  ['notes that are too long', () => ['--notes', 'x'.repeat(1001), v1], 'No manifest can hold this: notes'],
  ['a later version as the one before', () => ['--previous', v2, v1], 'is version 2, not one before 1'],
  ['the same version twice', () => ['--previous', v1, '--previous', v1, v2], 'version 1 is named twice'],
  [
    'another pack as the one before',
    () => ['--previous', 'data/packs/open-standards.factpack.jsonl', v2],
    'is the pack open-standards, not demo',
  ],
])('%s is wrong use', async (_name, args, words) => {
  expect(await sign(...args())).toMatchObject(wrong(words));
  expect(existsSync(folder.manifest)).toBe(false);
});

test('--out must be given', async () => {
  expect(await runPack('sign', v1)).toMatchObject(wrong('--out is missing'));
});
