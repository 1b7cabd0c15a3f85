import { describe, expect, test } from 'vitest';
import { generateKeys } from '../../src/signing/ed25519.ts';
import { openManifest } from '../../src/signing/signed-manifest.ts';
import { makeSignedCases } from '../fixtures/signed-cases.ts';

const cases = await makeSignedCases(await generateKeys(), await generateKeys());

describe('T18: a manifest that is', () => {
  test.each(cases)('$name: $code', async ({ text, keys, code }) => {
    const opened = await openManifest(text, keys);
    expect(opened.ok ? null : opened.error.code).toBe(code);
  });
});

test('there are enough of them, each with a name of its own', () => {
  expect(cases.length).toBeGreaterThanOrEqual(60);
  expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
});
