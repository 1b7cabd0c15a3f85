import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/core/model/limits.ts';
import { MANIFEST_TYPE, parseEnvelope } from '../../../src/core/updates/signed-manifest.ts';
import { anyText } from '../../fixtures/any-text.ts';
import { FUZZ_TIMEOUT_MS, fuzzRuns } from '../../fixtures/fuzz-runs.ts';

const SIGNATURE = { keyid: 'a'.repeat(64), sig: new Uint8Array(64).toBase64() };
const ENVELOPE = { payloadType: MANIFEST_TYPE, payload: btoa('{}'), signatures: [SIGNATURE] };
const isEnvelope = (fields: object): boolean => parseEnvelope(JSON.stringify({ ...ENVELOPE, ...fields })) !== null;
const signatures = (length: number) => ({ signatures: Array.from({ length }, () => SIGNATURE) });

test('an envelope is read as it was written', () => {
  expect(parseEnvelope(JSON.stringify(ENVELOPE))).toEqual(ENVELOPE);
});

describe('a field', () => {
  test.each(['payloadType', 'payload', 'signatures'])('%s gone or of a wrong type', (field) => {
    for (const wrong of [undefined, null, 1, true, {}, [], [[]], [null], '-'])
      expect(isEnvelope({ [field]: wrong }), JSON.stringify(wrong)).toBe(false);
  });

  test.each(['keyid', 'sig'])('signatures.0.%s of a wrong type', (field) => {
    for (const wrong of [null, 1, true, {}, []])
      expect(isEnvelope({ signatures: [{ ...SIGNATURE, [field]: wrong }] }), JSON.stringify(wrong)).toBe(false);
  });

  test.each<[string, (length: number) => object, number, number]>([
    ['payload', (length) => ({ payload: 'A'.repeat(length) }), Math.ceil(LIMITS.manifestBytes / 3) * 4, 4],
    ['signatures', signatures, 8, 1],
    ['keyid', (length) => ({ signatures: [{ ...SIGNATURE, keyid: 'a'.repeat(length) }] }), 128, 1],
    ['sig', (length) => ({ signatures: [{ ...SIGNATURE, sig: 'A'.repeat(length) }] }), 88, 4],
  ])('%s: as much as may be, and one more', (_name, make, limit, step) => {
    expect([limit - step, limit, limit + step].map((length) => isEnvelope(make(length)))).toEqual([true, true, false]);
  });

  test('the key id is a hint and may be missing', () => {
    expect(parseEnvelope(JSON.stringify({ ...ENVELOPE, signatures: [{ sig: SIGNATURE.sig }] }))?.signatures).toEqual([
      { keyid: '', sig: SIGNATURE.sig },
    ]);
  });

  test('"__proto__" lends nothing', () => {
    expect(parseEnvelope(`{"__proto__":${JSON.stringify(ENVELOPE)}}`)).toBe(null);
    const text = JSON.stringify(ENVELOPE).replace('{', '{"__proto__":{"polluted":1},');
    expect(parseEnvelope(text)).toEqual(ENVELOPE);
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });
});

describe('whatever comes, parsing never throws, and what it gives can be decoded:', () => {
  const expectDecodable = (text: string): void => {
    const envelope = parseEnvelope(text);
    for (const { sig } of envelope?.signatures ?? []) expect(() => Uint8Array.fromBase64(sig)).not.toThrow();
    if (envelope !== null) expect(() => Uint8Array.fromBase64(envelope.payload)).not.toThrow();
  };

  test(
    'any text',
    () => {
      fc.assert(fc.property(fc.oneof(anyText(200), fc.json()), expectDecodable), fuzzRuns(300));
    },
    FUZZ_TIMEOUT_MS,
  );

  test(
    'any payload and signature',
    () => {
      const base64Like = fc.oneof(
        fc.base64String(),
        fc.string({
          unit: fc.constantFrom('A', 'Z', 'a', '0', '9', '+', '/', '=', '-', '_', ' ', '\n'),
          maxLength: 12,
        }),
        anyText(8),
      );
      fc.assert(
        fc.property(base64Like, base64Like, (payload, sig) =>
          expectDecodable(JSON.stringify({ ...ENVELOPE, payload, signatures: [{ sig }] })),
        ),
        fuzzRuns(1000),
      );
    },
    FUZZ_TIMEOUT_MS,
  );

  test(
    'an envelope with any characters changed',
    () => {
      const text = JSON.stringify(ENVELOPE);
      fc.assert(
        fc.property(fc.nat(text.length), fc.nat(20), anyText(8), (at, gone, put) =>
          expectDecodable(text.slice(0, at) + put + text.slice(at + gone)),
        ),
        fuzzRuns(500),
      );
    },
    FUZZ_TIMEOUT_MS,
  );
});
