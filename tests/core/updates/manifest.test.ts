import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LIMITS } from '../../../src/core/model/limits.ts';
import { parseManifest, type Manifest } from '../../../src/core/updates/manifest.ts';
import { anyText } from '../../fixtures/any-text.ts';
import { FUZZ_TIMEOUT_MS, fuzzRuns } from '../../fixtures/fuzz-runs.ts';
import { makeManifest } from '../../fixtures/manifests.ts';

const KEYS = [`${'A'.repeat(43)}=`, `${'B'.repeat(43)}=`, `${'C'.repeat(43)}=`];
const FULL = makeManifest({
  expires: '2027-01-01T00:00:00Z',
  patches: [{ from: 1, path: 'demo-1-2.factpatch.jsonl.gz', bytes: 10, sha256: 'b'.repeat(64) }],
  mirrors: ['https://mirror.example/'],
  channels: { beta: 'demo.beta.manifest.json' },
  ...{ version: 2, keys: KEYS, threshold: 2, notes: 'What is new' },
});
const outcome = (value: unknown): string | null => {
  const parsed = parseManifest(typeof value === 'string' ? value : JSON.stringify(value));
  return parsed.ok ? null : parsed.error.code;
};

/** Every value in a document, as the path to it: `['patches', 0, 'path']`. */
function pathsOf(value: unknown): (string | number)[][] {
  if (Array.isArray(value)) return value.flatMap((item, at) => [[at], ...pathsOf(item).map((path) => [at, ...path])]);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => [[key], ...pathsOf(item).map((path) => [key, ...path])]);
}
/** A copy of a document with the value at a path changed, or gone for `undefined`. */
function change(document: unknown, path: readonly (string | number)[], to: unknown): unknown {
  const [at, ...rest] = path;
  if (at === undefined) return to;
  if (Array.isArray(document))
    return document.map((item: unknown, index) => (index === at ? change(item, rest, to) : item));
  const entries = Object.entries(document ?? {});
  return Object.fromEntries(
    entries.map(([key, item]: [string, unknown]) => [key, key === at ? change(item, rest, to) : item]),
  );
}
const PATHS = pathsOf(FULL);
const OPTIONAL = new Set([
  'channel',
  'expires',
  'patches',
  'mirrors',
  'channels',
  'channels.beta',
  'keys',
  'threshold',
  'notes',
]);

test('one with every field is read as it was written', () => {
  expect(parseManifest(JSON.stringify(FULL))).toEqual({ ok: true, value: FULL });
  expect(PATHS.length).toBeGreaterThan(25);
});

describe('a field', () => {
  const named = PATHS.filter((path) => typeof path.at(-1) === 'string').map((path) => path.join('.'));

  test.each(named)('%s, gone', (field) => {
    const path = field.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    expect(outcome(change(FULL, path, undefined))).toBe(OPTIONAL.has(field) ? null : 'not-a-manifest');
  });

  test.each(PATHS.map((path) => [path.join('.'), path] as const))('%s of a wrong type', (_name, path) => {
    for (const wrong of [null, true, 0.5, -1, '', {}, [], [[]], { a: 1 }, Number.MAX_VALUE]) {
      const emptied =
        (Array.isArray(wrong) || typeof wrong === 'object') && wrong !== null && Object.keys(wrong).length === 0;
      // Lists and the table of channels may be empty.
      if (emptied && path.length === 1 && /^(?:patches|mirrors|keys|channels)$/.test(String(path[0]))) continue;
      const isFuture = path[0] === 'formatVersion' && wrong === Number.MAX_VALUE;
      expect(outcome(change(FULL, path, wrong)), JSON.stringify(wrong)).toBe(
        isFuture ? 'newer-format' : 'not-a-manifest',
      );
    }
  });

  test.each(PATHS.map((path) => [path.join('.'), path] as const))('%s of 1e999', (_name, path) => {
    const text = JSON.stringify(change(FULL, path, '<here>')).replace('"<here>"', '1e999');
    expect(['not-a-manifest', 'newer-format']).toContain(outcome(text));
  });

  test.each<[string, (length: number) => object, number]>([
    ['pack', (length) => ({ pack: 'a'.repeat(length) }), LIMITS.idLength],
    ['title', (length) => ({ title: 'a'.repeat(length) }), LIMITS.nameLength],
    ['notes', (length) => ({ notes: 'a'.repeat(length) }), LIMITS.noteLength],
    ['file.path', (length) => ({ file: { ...FULL.file, path: 'a'.repeat(length) } }), LIMITS.urlLength],
    ['file.bytes', (bytes) => ({ file: { ...FULL.file, bytes } }), LIMITS.downloadBytes],
    ['patches', (length) => ({ patches: Array.from({ length }, () => FULL.patches[0]) }), 32],
    ['mirrors', (length) => ({ mirrors: Array.from({ length }, () => 'https://m.example/') }), 8],
    ['mirrors.0', (length) => ({ mirrors: ['a'.repeat(length)] }), LIMITS.urlLength],
    ['channels.beta', (length) => ({ channels: { beta: 'a'.repeat(length) } }), LIMITS.urlLength],
    ['keys', (length) => ({ keys: Array.from({ length }, (_, at) => KEYS[at % KEYS.length]) }), 8],
    ['version', (version) => ({ version }), Number.MAX_SAFE_INTEGER],
    ['threshold', (threshold) => ({ threshold }), KEYS.length],
  ])('%s: as much as may be, and one more', (_name, make, limit) => {
    expect(outcome({ ...FULL, ...make(limit - 1) })).toBe(null);
    expect(outcome({ ...FULL, ...make(limit) })).toBe(null);
    expect(outcome({ ...FULL, ...make(limit + 1) })).toBe('not-a-manifest');
  });

  test.each(['title', 'notes', 'pack', 'issued'])('%s with half of a surrogate pair', (field) => {
    for (const half of ['\ud800', '\udc00', '\udc00\ud800', 'a\ud83d'])
      expect(outcome({ ...FULL, [field]: half })).toBe('not-a-manifest');
  });

  test.each(['title', 'notes'])('%s with characters that turn or hide text', (field) => {
    for (const sign of ['\u202e', '\u2066', '\0', '\u001b', '\u0085'])
      expect(outcome({ ...FULL, [field]: `a${sign}b` })).toBe('not-a-manifest');
  });

  test.each([
    ['file.sha256', { file: { ...FULL.file, sha256: 'A'.repeat(64) } }],
    ['file.sha256', { file: { ...FULL.file, sha256: 'a'.repeat(63) } }],
    ['keys', { keys: ['A'.repeat(44)] }],
    ['keys', { keys: [`${'A'.repeat(42)}==`] }],
    ['keys', { keys: [`${'-'.repeat(43)}=`] }],
    ['threshold', { keys: [KEYS[0], KEYS[0]], threshold: 2 }],
    ['issued', { issued: '2026-13-45T99:00:00Z' }],
    ['issued', { issued: 'yesterday' }],
    ['pack', { pack: '../demo' }],
    ['pack', { pack: 'Demo' }],
    ['channel', { channel: 'nightly' }],
    ['channels', { channels: { nightly: 'x' } }],
    ['format', { format: 'sidelight-fact-pack' }],
    ['extra', { extra: 1 }],
    ['file.extra', { file: { ...FULL.file, extra: 1 } }],
    ['patches.0.extra', { patches: [{ ...FULL.patches[0], extra: 1 }] }],
  ])('%s of a wrong form: %j', (_field, fields) => {
    expect(outcome({ ...FULL, ...fields })).toBe('not-a-manifest');
  });

  test('formatVersion of the future is told apart, in our format only', () => {
    expect(outcome({ ...FULL, formatVersion: 2 })).toBe('newer-format');
    expect(outcome({ ...FULL, formatVersion: 2, format: 'other' })).toBe('not-a-manifest');
    expect(outcome({ format: FULL.format, formatVersion: 99 })).toBe('newer-format');
  });
});

test.each([
  ['format', { format: `\u001b[2J${'x'.repeat(9000)}` }],
  ['formatVersion', { formatVersion: '9'.repeat(9000) }],
  ['issued', { issued: `\u202e${'x'.repeat(9000)}` }],
  ['a field that nobody knows', { ['\u001b]0;x\u0007'.repeat(900)]: 1 }],
])('what is told of a bad manifest quotes little of it: %s', (_name, fields) => {
  const parsed = parseManifest(JSON.stringify({ ...FULL, ...fields }));
  expect(parsed.ok ? '' : parsed.error.detail).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}]{1,300}$/u);
});

describe('names that mean something to JavaScript', () => {
  const insert = (text: string): string => JSON.stringify(FULL).replace('{', `{${text},`);

  test.each(['constructor', 'toString', 'hasOwnProperty', 'valueOf', 'then'])(
    '"%s" is a field like any other',
    (name) => {
      expect(outcome(insert(`"${name}":{"a":1}`))).toBe('not-a-manifest');
    },
  );

  test('"__proto__" changes no object and reaches no manifest', () => {
    for (const text of [insert('"__proto__":{"threshold":1,"polluted":1}'), `{"__proto__":${JSON.stringify(FULL)}}`]) {
      const parsed = parseManifest(text);
      if (parsed.ok) expect(parsed.value).toEqual(FULL);
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    }
    // What only a prototype has is not there.
    expect(outcome(`{"__proto__":${JSON.stringify(FULL)}}`)).toBe('not-a-manifest');
    expect(outcome({ ...FULL, channels: JSON.parse('{"__proto__":"x"}') as object })).toSatisfy(
      (code) => code === null || code === 'not-a-manifest',
    );
  });

  test('a field that stands twice has its last value, which is the one that is checked', () => {
    const [before, after] = [insert('"version":77'), JSON.stringify(FULL).replace(/\}$/, ',"version":77}')];
    expect(parseManifest(before)).toMatchObject({ value: { version: 2 } });
    expect(parseManifest(after)).toMatchObject({ value: { version: 77 } });
    expect(outcome(JSON.stringify(FULL).replace(/\}$/, ',"version":-1}'))).toBe('not-a-manifest');
  });
});

describe('whatever comes,', () => {
  /** Sound, or refused with one of two codes and a detail: never an exception. */
  const expectTyped = (text: string): void => {
    const parsed = parseManifest(text);
    if (!parsed.ok) {
      expect(['not-a-manifest', 'newer-format']).toContain(parsed.error.code);
      expect(parsed.error.detail).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}]{0,300}$/u);
      return;
    }
    const { keys, threshold, version, file } = parsed.value satisfies Manifest;
    expect(keys.length === 0 || threshold <= new Set(keys).size).toBe(true);
    expect(Number.isSafeInteger(version) && version >= 1 && file.bytes <= LIMITS.downloadBytes).toBe(true);
  };
  const anyValue = fc.oneof(fc.jsonValue(), anyText(), fc.double(), fc.bigInt().map(Number), fc.constantFrom(...KEYS));

  test(
    'of any text, the parser never throws',
    () => {
      fc.assert(fc.property(fc.oneof(anyText(200), fc.json()), expectTyped), fuzzRuns(300));
    },
    FUZZ_TIMEOUT_MS,
  );

  test(
    'of a manifest with any value anywhere, it never throws',
    () => {
      fc.assert(
        fc.property(fc.constantFrom(...PATHS), anyValue, (path, value) =>
          expectTyped(JSON.stringify(change(FULL, path, value))),
        ),
        fuzzRuns(500),
      );
    },
    FUZZ_TIMEOUT_MS,
  );

  test(
    'of a manifest with any characters changed, it never throws',
    () => {
      const text = JSON.stringify(FULL);
      fc.assert(
        fc.property(fc.nat(text.length), fc.nat(40), anyText(8), (at, gone, put) =>
          expectTyped(text.slice(0, at) + put + text.slice(at + gone)),
        ),
        fuzzRuns(500),
      );
    },
    FUZZ_TIMEOUT_MS,
  );

  test('brackets without end are refused', () => {
    expect(outcome('['.repeat(LIMITS.manifestBytes))).toBe('not-a-manifest');
    expect(outcome(`${'{"file":'.repeat(30_000)}1${'}'.repeat(30_000)}`)).toBe('not-a-manifest');
  });
});
