import { describe, expect, test } from 'vitest';
import { judgeManifest, MAX_VERSION_JUMP, type ManifestProof } from '../../../src/core/updates/judge-manifest.ts';
import { makeManifest, makeSubscription } from '../../fixtures/manifests.ts';

const [ours, theirs, third] = ['A', 'B', 'C'].map((letter) => `${letter.repeat(43)}=`);
const key = (text: string | undefined): string => text ?? '';
const UNSIGNED: ManifestProof = { signers: [], isSigned: false };
const signedBy = (...signers: (string | undefined)[]): ManifestProof => ({ signers: signers.map(key), isSigned: true });
const known = (fields: object = {}) => makeSubscription({ highestVersion: 5, keys: [key(ours)], ...fields });

describe('T18, after The Update Framework:', () => {
  test.each<[string, object, ManifestProof, object, string | null]>([
    ['a newer version, signed by the pinned key, is taken', { version: 6 }, signedBy(ours), {}, null],
    ['arbitrary installation: no signature any more', { version: 6 }, UNSIGNED, {}, 'unsigned'],
    ['arbitrary installation: another key', { version: 6 }, signedBy(theirs), {}, 'unknown-key'],
    [
      'key compromise: one key of two is not enough',
      { version: 6 },
      signedBy(ours),
      { keys: [ours, theirs], threshold: 2 },
      'bad-signature',
    ],
    [
      'key compromise: twice the same key is one',
      { version: 6 },
      signedBy(ours, ours),
      { keys: [ours, theirs], threshold: 2 },
      'bad-signature',
    ],
    ['wrong software: another pack', { version: 6, pack: 'other' }, signedBy(ours), {}, 'wrong-pack'],
    ['wrong software: another channel', { version: 6, channel: 'beta' }, signedBy(ours), {}, 'wrong-channel'],
    ['rollback', { version: 4 }, signedBy(ours), {}, 'rolled-back'],
    ['fast-forward', { version: 5 + MAX_VERSION_JUMP + 1 }, signedBy(ours), {}, 'too-far-ahead'],
    ['as far ahead as may be', { version: 5 + MAX_VERSION_JUMP }, signedBy(ours), {}, null],
    ['a first version may have any number', { version: 5_000_000 }, signedBy(ours), { highestVersion: 0 }, null],
    [
      'mix-and-match: other content under a known number',
      { version: 5 },
      signedBy(ours),
      { highestSha256: 'b'.repeat(64) },
      'changed-in-place',
    ],
    ['the version that is there', { version: 5 }, signedBy(ours), { highestSha256: 'a'.repeat(64) }, null],
    ['an unsigned pack stays as free as it was', { version: 6 }, UNSIGNED, { keys: [] }, null],
    ['but a broken signature is none', { version: 6 }, signedBy(), { keys: [] }, 'bad-signature'],
  ])('%s', (_name, manifest, proof, subscription, code) => {
    const judged = judgeManifest(makeManifest(manifest), proof, known(subscription));
    expect(judged.ok ? null : judged.error.code).toBe(code);
  });

  test('freeze: an expired manifest is taken, and its time kept for a label', () => {
    const judged = judgeManifest(
      makeManifest({ version: 6, expires: '2001-01-01T00:00:00Z' }),
      signedBy(ours),
      known(),
    );
    expect(judged).toMatchObject({ ok: true, value: { manifest: { expires: '2001-01-01T00:00:00Z' } } });
  });
});

describe('keys', () => {
  const judge = (manifest: object, proof: ManifestProof, subscription: object = {}) => {
    const judged = judgeManifest(makeManifest({ version: 6, ...manifest }), proof, known(subscription));
    return judged.ok ? { keys: judged.value.keys, threshold: judged.value.threshold } : judged.error.code;
  };

  test('are pinned by the first signed manifest', () => {
    expect(judge({ keys: [ours, theirs] }, signedBy(ours), { keys: [] })).toEqual({
      keys: [ours, theirs],
      threshold: 1,
    });
  });
  test('are handed over by a manifest that the present ones signed', () => {
    expect(judge({ keys: [theirs, third], threshold: 2 }, signedBy(ours))).toEqual({
      keys: [theirs, third],
      threshold: 2,
    });
  });
  test('are not handed over by anybody else', () => {
    expect(judge({ keys: [theirs] }, signedBy(theirs))).toBe('unknown-key');
    expect(judge({ keys: [theirs] }, UNSIGNED, { keys: [] })).toEqual({ keys: [], threshold: 1 });
  });
  test('stay where the manifest says nothing', () => {
    expect(judge({}, signedBy(ours))).toEqual({ keys: [ours], threshold: 1 });
  });
});
