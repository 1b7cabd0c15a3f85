import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { afterAll, expect, test } from 'vitest';
import { fingerprintOf } from '../../../src/signing/ed25519.ts';
import { makePublishingFolder } from '../../fixtures/publishing-folder.ts';
import { runPack } from '../../fixtures/run-pack.ts';

const { root, at, makeKey } = makePublishingFolder();
afterAll(() => rmSync(root, { recursive: true }));

test('the key is PKCS #8 in PEM, for its owner alone, and belongs to the public key that is printed', async () => {
  const { status, out } = await runPack('keygen', '--out', at('one.pem'));
  expect(status).toBe(0);
  const key = createPrivateKey(readFileSync(at('one.pem')));
  const spki = createPublicKey(key).export({ type: 'spki', format: 'der' });
  const publicKey = spki.subarray(-32).toString('base64');
  expect(key.asymmetricKeyType).toBe('ed25519');
  expect(out).toContain(`public key   ${publicKey}\n`);
  const fingerprint = await fingerprintOf(publicKey);
  expect(out.replaceAll(' ', '')).toContain(`fingerprint${fingerprint.slice(0, 32)}\n`);
  if (process.platform !== 'win32') expect(statSync(at('one.pem')).mode & 0o777).toBe(0o600);
  expect(readFileSync(at('one.pem'), 'utf8')).toMatch(
    /^-----BEGIN PRIVATE KEY-----\n[\w+/=]{64}\n-----END PRIVATE KEY-----\n$/,
  );
});

test('a key is never overwritten', async () => {
  const { file } = await makeKey('kept');
  const before = readFileSync(file, 'utf8');
  expect(await runPack('keygen', '--out', file)).toMatchObject({
    status: 2,
    err: expect.stringContaining('is there already, and a key is never overwritten'),
  });
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('no two keys are the same', async () => {
  expect((await makeKey('a')).publicKey).not.toBe((await makeKey('b')).publicKey);
});

test('--show tells the public half of a key again', async () => {
  const { file, publicKey } = await makeKey('shown');
  expect(await runPack('keygen', '--show', file)).toMatchObject({ status: 0, out: expect.stringContaining(publicKey) });
});

const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const locked = { type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' } as const;
test.each([
  ['no key', 'hello', 'this is no private key in PEM'],
  [
    'a key cut short',
    '-----BEGIN PRIVATE KEY-----\nMC4C\n-----END PRIVATE KEY-----\n',
    'this is no private key in PEM',
  ],
  ['another kind of key', rsa.export({ type: 'pkcs8', format: 'pem' }), 'this is a key for rsa'],
  ['an encrypted key', rsa.export(locked), 'the key is encrypted'],
])('%s is told by its file', async (_name, content, words) => {
  writeFileSync(at('bad.pem'), content);
  expect(await runPack('keygen', '--show', at('bad.pem'))).toMatchObject({
    status: 2,
    err: expect.stringContaining(`bad.pem: ${words}`),
  });
});

test.each([
  [['--out', 'a', '--show', 'b'], '--show makes no key'],
  [['operand'], 'one operand too many'],
  [['--show', 'none.pem'], 'ENOENT'],
])('%j is wrong use', async (args, words) => {
  expect(await runPack('keygen', ...args)).toMatchObject({ status: 2, err: expect.stringContaining(words) });
});
