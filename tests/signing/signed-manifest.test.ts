import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { fingerprintOf, generateKeys, sign, verify, type KeyPair } from '../../src/signing/ed25519.ts';
import { openManifest, preAuthenticationEncoding, signManifest } from '../../src/signing/signed-manifest.ts';
import { makeManifest } from '../fixtures/manifests.ts';

let [ours, theirs]: KeyPair[] = [];
beforeAll(async () => {
  [ours, theirs] = await Promise.all([generateKeys(), generateKeys()]);
});
const key = (pair: KeyPair | undefined): KeyPair => {
  if (pair === undefined) throw new Error('keys were made');
  return pair;
};
const signed = (fields: object, ...signers: (KeyPair | undefined)[]): Promise<string> =>
  signManifest(JSON.stringify(makeManifest(fields)), signers.map(key));

describe('Ed25519', () => {
  // RFC 8032, 7.1, test 2.
  const publicKey = Uint8Array.fromHex('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c').toBase64();
  const signature = Uint8Array.fromHex(
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  ).toBase64();
  const message = new Uint8Array([0x72]);

  test('agrees with the RFC', async () => {
    expect(await verify(publicKey, signature, message)).toBe(true);
    expect(await verify(publicKey, signature, new Uint8Array([0x73]))).toBe(false);
  });

  test('what was signed is of its key and no other', async () => {
    const made = await sign(key(ours).privateKey, message);
    expect(await verify(key(ours).publicKey, made, message)).toBe(true);
    expect(await verify(key(theirs).publicKey, made, message)).toBe(false);
  });

  test.each([
    ['no key', ''],
    ['no base64', '*'],
    ['all zero', Uint8Array.from({ length: 32 }, () => 0).toBase64()],
    ['the neutral point', Uint8Array.from({ length: 32 }, (_, index) => (index === 0 ? 1 : 0)).toBase64()],
    [
      'the neutral point with a sign',
      Uint8Array.from({ length: 32 }, (_, i) => (i === 0 ? 1 : i === 31 ? 128 : 0)).toBase64(),
    ],
    ['too short', new Uint8Array(31).toBase64()],
  ])('a key that is %s is good for nothing', async (_name, bad) => {
    // Under a point of small order, R = the point and s = 0 would do for many messages.
    const trivial = new Uint8Array(64);
    trivial[0] = 1;
    expect(await verify(bad, trivial.toBase64(), message)).toBe(false);
  });

  test('s with the order of the group added is refused', async () => {
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const bytes = Uint8Array.fromBase64(signature);
    let s = 0n;
    for (let index = 63; index >= 32; index--) s = (s << 8n) | BigInt(bytes[index] ?? 0);
    s += order;
    for (let index = 32; index < 64; index++, s >>= 8n) bytes[index] = Number(s & 255n);
    expect(await verify(publicKey, bytes.toBase64(), message)).toBe(false);
  });

  test('the fingerprint is that of the raw key', async () => {
    const digest = createHash('sha256').update(Uint8Array.fromBase64(publicKey)).digest('hex');
    expect(await fingerprintOf(publicKey)).toBe(digest);
  });
});

test('the encoding that is signed is that of DSSE', () => {
  const text = new TextDecoder().decode(preAuthenticationEncoding(new TextEncoder().encode('héllo')));
  expect(text).toBe('DSSEv1 39 application/vnd.sidelight.manifest+json 6 héllo');
});

describe('a manifest', () => {
  test('of a known key is opened', async () => {
    const opened = await openManifest(await signed({ version: 3 }, ours), [key(ours).publicKey]);
    expect(opened).toMatchObject({ ok: true, value: { isSigned: true, manifest: { version: 3 } } });
    expect(opened.ok && opened.value.signers).toEqual([key(ours).publicKey]);
  });

  test('without a signature is opened and says so', async () => {
    const opened = await openManifest(JSON.stringify(makeManifest()), []);
    expect(opened).toMatchObject({ ok: true, value: { isSigned: false, signers: [] } });
  });

  test('seen for the first time must be signed by the keys it names', async () => {
    const keys = [key(ours).publicKey];
    expect(await openManifest(await signed({ keys }, ours), [])).toMatchObject({ ok: true });
    expect(await openManifest(await signed({ keys }, theirs), [])).toMatchObject({ error: { code: 'bad-signature' } });
    expect(await openManifest(await signed({ keys: [] }, ours), [])).toMatchObject({
      error: { code: 'bad-signature' },
    });
  });

  test('of two keys in three needs both', async () => {
    const keys = [key(ours).publicKey, key(theirs).publicKey];
    expect(await openManifest(await signed({ keys, threshold: 2 }, ours), [])).toMatchObject({
      error: { code: 'bad-signature', detail: '1 of 2' },
    });
    expect(await openManifest(await signed({ keys, threshold: 2 }, ours, theirs), [])).toMatchObject({ ok: true });
  });

  test('of another key is told apart from a damaged one', async () => {
    const text = await signed({}, theirs);
    expect(await openManifest(text, [key(ours).publicKey])).toMatchObject({ error: { code: 'unknown-key' } });
    const own = await signed({}, ours);
    const damaged = own.replace(
      /"payload": "(.)/,
      (_whole, letter: string) => `"payload": "${letter === 'A' ? 'B' : 'A'}`,
    );
    expect(await openManifest(damaged, [key(ours).publicKey])).toMatchObject({ error: { code: 'bad-signature' } });
  });

  test('with any bit of its signed bytes or its signature changed is refused', async () => {
    const envelope = JSON.parse(await signed({ keys: [key(ours).publicKey] }, ours)) as {
      payload: string;
      signatures: { sig: string }[];
    };
    await fc.assert(
      fc.asyncProperty(fc.boolean(), fc.nat(), fc.integer({ min: 0, max: 7 }), async (inPayload, at, bit) => {
        const changed = structuredClone(envelope);
        const [first] = changed.signatures;
        const bytes = Uint8Array.fromBase64(inPayload ? changed.payload : (first?.sig ?? ''));
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
        if (inPayload) changed.payload = bytes.toBase64();
        else if (first !== undefined) first.sig = bytes.toBase64();
        expect((await openManifest(JSON.stringify(changed), [key(ours).publicKey])).ok).toBe(false);
      }),
    );
  });

  test('of any text never throws', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (text) => {
        expect(typeof (await openManifest(text, [])).ok).toBe('boolean');
      }),
    );
  });
});
