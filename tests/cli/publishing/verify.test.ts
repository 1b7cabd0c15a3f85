import { cpSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { readKeyFile } from '../../../src/cli/publishing/key-file.ts';
import { hashOf } from '../../../src/cli/publishing/published-file.ts';
import { openManifest, signManifest } from '../../../src/signing/signed-manifest.ts';
import { makePublishingFolder, versionLines } from '../../fixtures/publishing-folder.ts';
import { runPack } from '../../fixtures/run-pack.ts';

const folder = makePublishingFolder();
const copy = folder.at('copy');
const at = (name: string): string => join(copy, name);
const MANIFEST = at('demo.manifest.json');
const [PACK, PATCH, OLD_PACK] = [
  at('demo-2.factpack.jsonl.gz'),
  at('demo-1-2.factpatch.jsonl.gz'),
  at('demo-1.factpack.jsonl.gz'),
];
let [ours, theirs] = [
  { file: '', publicKey: '' },
  { file: '', publicKey: '' },
];

beforeAll(async () => {
  [ours, theirs] = [await folder.makeKey('ours'), await folder.makeKey('theirs')];
  for (const version of [1, 2]) {
    await runPack('sign', '--key', ours.file, '--out', folder.site, folder.writeVersion(version));
    if (version === 1) cpSync(folder.manifest, folder.at('manifest-1.json'));
  }
  cpSync(folder.site, copy, { recursive: true });
});
afterEach(() => {
  rmSync(copy, { recursive: true });
  cpSync(folder.site, copy, { recursive: true });
});
afterAll(() => rmSync(folder.root, { recursive: true }));

const verify = (...args: string[]) => runPack('verify', ...args, MANIFEST);
const trusted = () => verify('--key', ours.publicKey);

function flip(file: string, place: number): void {
  const bytes = readFileSync(file);
  const index = Math.floor((bytes.length - 1) * place);
  bytes[index] = (bytes[index] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
const swap = (one: string, other: string): void => {
  renameSync(one, at('swap'));
  renameSync(other, one);
  renameSync(at('swap'), other);
};
/** Changes fields of the manifest and signs it anew. */
async function resign(fields: object, key = ours.file): Promise<void> {
  const opened = await openManifest(readFileSync(MANIFEST, 'utf8'), []);
  if (!opened.ok) throw new Error(opened.error.code);
  const manifest = { ...opened.value.manifest, ...fields };
  writeFileSync(MANIFEST, await signManifest(JSON.stringify(manifest), [readKeyFile(key)]));
}
/** Puts another file in the place of one, and signs a manifest that names it. */
async function replace(field: 'file' | 'patches', path: string, content: string | Uint8Array): Promise<void> {
  writeFileSync(at(path), content);
  const bytes = readFileSync(at(path));
  const named = { path, bytes: bytes.length, sha256: hashOf(bytes) };
  await resign(field === 'file' ? { file: named, patches: [] } : { patches: [{ from: 1, ...named }] });
}
const jsonl = (...lines: object[]): Buffer => gzipSync(lines.map((line) => JSON.stringify(line)).join('\n'));
const header = (version: number): object => JSON.parse(versionLines(version)[0] ?? '') as object;
const patchHead = { format: 'factpack-patch', formatVersion: 1, pack: 'demo', from: 1 };

test('what `sign` wrote is sound', async () => {
  expect(await trusted()).toMatchObject({
    status: 0,
    err: '',
    out: expect.stringContaining(`demo version 2, stable: sound (${MANIFEST})\n  signed by   ${ours.publicKey}`),
  });
});

test('--json tells programs', async () => {
  const { out } = await verify('--json', '--key', ours.publicKey);
  expect(JSON.parse(out)).toMatchObject({
    pack: { id: 'demo', version: 2, channel: 'stable' },
    signers: [{ key: ours.publicKey, fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) }],
    ...{ threshold: 1, problems: [], remarks: [] },
  });
  flip(PACK, 0.5);
  const bad = await verify('--json', '--key', ours.publicKey);
  expect([bad.status, bad.err, JSON.parse(bad.out)]).toMatchObject([
    1,
    '',
    { problems: [{ code: 'wrong-hash', file: PACK }] },
  ]);
});

describe('tampered with:', () => {
  test.each<[string, () => unknown, string]>([
    ...[0.4, 0.5, 0.6].map((place): [string, () => unknown, string] => [
      `a byte of the manifest, at ${place}`,
      () => flip(MANIFEST, place),
      '',
    ]),
    ...[0, 0.1, 0.5, 0.9, 1].flatMap((place): [string, () => unknown, string][] => [
      [`a byte of the pack, at ${place}`, () => flip(PACK, place), `${PACK}: The file is not the one`],
      [`a byte of the patch, at ${place}`, () => flip(PATCH, place), `${PATCH}: The file is not the one`],
    ]),
    ['the pack cut short', () => truncateSync(PACK, 500), `${PACK}: The file has another size`],
    ['the pack empty', () => truncateSync(PACK, 0), `${PACK}: The file has another size`],
    ['the pack made longer', () => writeFileSync(PACK, ' ', { flag: 'a' }), `${PACK}: The file has another size`],
    ['the patch cut short', () => truncateSync(PATCH, 50), `${PATCH}: The file has another size`],
    ['the pack missing', () => rmSync(PACK), `${PACK}: The manifest names this file, and it cannot be read`],
    ['the patch missing', () => rmSync(PATCH), `${PATCH}: The manifest names this file, and it cannot be read`],
    ['the packs of two versions swapped', () => swap(PACK, OLD_PACK), `${PACK}: The file `],
    ['pack and patch swapped', () => swap(PACK, PATCH), `${PACK}: The file has another size`],
    ['the manifest cut short', () => truncateSync(MANIFEST, 300), 'This is no manifest'],
    ['the manifest empty', () => truncateSync(MANIFEST, 0), 'The file is empty'],
    ['a web page', () => writeFileSync(MANIFEST, '<!doctype html>'), 'This is a web page'],
    ['bytes that are no text', () => writeFileSync(MANIFEST, new Uint8Array([0xff, 0xfe])), 'not UTF-8'],
    ['endless', () => writeFileSync(MANIFEST, ' '.repeat(600_000)), 'larger than subscribers accept'],
    ['signed by somebody else', () => resign({ keys: [theirs.publicKey] }, theirs.file), 'none of the keys that count'],
    [
      'the signature of another manifest',
      () => {
        const [old, now] = [folder.at('manifest-1.json'), MANIFEST].map(
          (file) => JSON.parse(readFileSync(file, 'utf8')) as { payload: string; signatures: unknown },
        );
        writeFileSync(MANIFEST, JSON.stringify({ ...now, signatures: old?.signatures }));
      },
      'Too few good signatures',
    ],
    [
      'the envelope taken off',
      async () => {
        const opened = await openManifest(readFileSync(MANIFEST, 'utf8'), []);
        writeFileSync(MANIFEST, JSON.stringify(opened.ok ? opened.value.manifest : {}));
      },
      'It is not signed',
    ],
  ])('%s', async (_name, tamper, words) => {
    await tamper();
    expect(await trusted()).toMatchObject({ status: 1, err: expect.stringContaining(words) });
  });
});

describe('signed, and yet wrong:', () => {
  test.each<[string, () => Promise<void>, string]>([
    [
      'a version that is not the pack’s',
      () => resign({ version: 3, patches: [] }),
      'announces version 3, and this is version 2',
    ],
    ['another pack’s manifest', () => resign({ pack: 'other', patches: [] }), 'It is of another pack (demo)'],
    [
      'the old pack',
      async () => replace('file', 'demo-1.factpack.jsonl.gz', readFileSync(OLD_PACK)),
      'this is version 1',
    ],
    [
      'a path that leads out',
      () => resign({ file: { path: '../v2.factpack.jsonl', bytes: 1, sha256: 'a'.repeat(64) } }),
      'lies elsewhere',
    ],
    [
      'a path that leads out in disguise',
      () => resign({ file: { path: '%2e%2e/v2', bytes: 1, sha256: 'a'.repeat(64) } }),
      'lies elsewhere',
    ],
    [
      'a slash in disguise',
      () => resign({ file: { path: '..%2fv2', bytes: 1, sha256: 'a'.repeat(64) } }),
      'lies elsewhere',
    ],
    [
      'an address',
      () => resign({ file: { path: 'https://a.example/b', bytes: 1, sha256: 'a'.repeat(64) } }),
      'lies elsewhere',
    ],
    [
      'the manifest as its own file',
      () => resign({ file: { path: './', bytes: 1, sha256: 'a'.repeat(64) } }),
      'cannot be read',
    ],
    ['an unsound pack', () => replace('file', 'x.gz', jsonl(header(2))), 'x.gz:1: The header promises'],
    ['damaged gzip', () => replace('file', 'x.gz', new Uint8Array([0x1f, 0x8b, 1, 2])), 'damaged gzip'],
    ['text that is not UTF-8', () => replace('file', 'x', new Uint8Array([0x7b, 0xff])), 'not UTF-8'],
    ['a patch that is none', () => replace('patches', 'x.gz', jsonl({})), 'x.gz:1: '],
    [
      'a patch for another version',
      () => replace('patches', 'x.gz', jsonl({ ...patchHead, from: 7, header: header(2) })),
      'is for demo version 7',
    ],
    [
      'a patch that forgets a change',
      () => replace('patches', 'x.gz', jsonl({ ...patchHead, header: header(2) })),
      'does not give the pack',
    ],
    [
      'a patch to another version',
      () => replace('patches', 'x.gz', jsonl({ ...patchHead, header: header(3) })),
      'does not give the pack',
    ],
    ['a patch without a new header', () => replace('patches', 'x.gz', jsonl(patchHead)), 'does not give the pack'],
    [
      'a patch that removes what stays',
      () => replace('patches', 'x.gz', jsonl({ ...patchHead, header: header(2) }, { remove: { fact: 'f0' } })),
      'does not give the pack',
    ],
    ['keys of somebody else alone', () => resign({ keys: [theirs.publicKey] }), 'New subscribers would refuse this'],
    ['no keys at all', () => resign({ keys: [] }), 'New subscribers would refuse this'],
  ])('%s', async (_name, tamper, words) => {
    await tamper();
    expect(await trusted()).toMatchObject({ status: 1, err: expect.stringContaining(words) });
  });
});

describe('no fault, and worth a word:', () => {
  test.each<[string, () => unknown, string[], string]>([
    ['keys that it names itself', () => 0, [], 'compare the fingerprint'],
    ['an expiry that is past', () => resign({ expires: '2001-01-01T00:00:00Z' }), [], 'it expired on 2001'],
    ['mirrors', () => resign({ mirrors: ['https://m.example/'] }), [], 'its mirrors were not asked'],
    ['a patch whose base is gone', () => rmSync(OLD_PACK), [], 'version 1 is not at hand'],
    ['a base that is damaged', () => truncateSync(OLD_PACK, 30), [], 'version 1 is not at hand'],
  ])('%s', async (_name, arrange, args, words) => {
    await arrange();
    expect(await verify(...args)).toMatchObject({ status: 0, err: expect.stringContaining(words) });
  });
});

test.each<[string[], string]>([
  [['verify'], 'MANIFEST is missing'],
  [['verify', 'none.manifest.json'], 'ENOENT'],
  [['verify', '--key', 'abc', MANIFEST], '--key wants a public key'],
  [['verify', '--previous', 'data/packs/open-standards.factpack.jsonl', MANIFEST], 'not demo'],
])('%j is wrong use', async (args, words) => {
  expect(await runPack(...args)).toMatchObject({ status: 2, err: expect.stringContaining(words) });
});
