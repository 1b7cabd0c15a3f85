import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { packLines } from '../../fixtures/builders.ts';
import { HEADER_FIELDS } from '../../fixtures/sheets.ts';
import { runPack } from '../../fixtures/run-pack.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidelight-lint-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, content: string | Buffer): string => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const SOUND = file('sound.factpack.jsonl', packLines().join('\n'));
const CUT = file('cut.factpack.jsonl', packLines().slice(0, -1).join('\n'));

describe('lint', () => {
  test('says that a sound pack is sound', async () => {
    expect(await runPack('lint', SOUND)).toMatchObject({ status: 0, out: expect.stringContaining('demo version 1') });
  });

  test('reads a compressed pack', async () => {
    const packed = file('packed.factpack.jsonl.gz', gzipSync(packLines().join('\n')));
    expect((await runPack('lint', packed)).status).toBe(0);
  });

  test('reads a JSON document, with the lines of its problems', async () => {
    const entities = [{ id: 'acme', name: 'Acme', type: 'company' }];
    const sound = file('sound.json', JSON.stringify({ ...HEADER_FIELDS, entities }));
    const bad = file('bad.json', JSON.stringify({ ...HEADER_FIELDS, entities: [{ id: 'acme' }] }, null, 1));
    expect((await runPack('lint', sound)).status).toBe(0);
    expect((await runPack('lint', bad)).err).toMatch(/bad\.json:\d{2}: entity\.name is missing/);
  });

  test('checks all files though the first is bad, each problem with file and line', async () => {
    const { status, out, err } = await runPack('lint', CUT, SOUND);
    expect(status).toBe(1);
    expect(err).toContain(`${CUT}:1: The header promises 1 facts and the file holds 0`);
    expect(out).toContain(`sound (${SOUND})`);
  });

  test('--json tells programs', async () => {
    const { status, out, err } = await runPack('lint', '--json', CUT, SOUND);
    expect(status).toBe(1);
    expect(err).toBe('');
    expect(JSON.parse(out)).toMatchObject([
      { file: CUT, pack: null, problems: [{ code: 'count-mismatch', line: 1, field: 'counts.facts' }] },
      { file: SOUND, pack: { id: 'demo', version: 1 }, problems: [] },
    ]);
  });

  test('damaged gzip is no pack', async () => {
    const damaged = file('damaged.gz', gzipSync('x').subarray(0, 12));
    expect(await runPack('lint', damaged)).toMatchObject({ status: 2, err: expect.stringContaining('damaged.gz: ') });
  });
});

test.each([
  [['lint'], 'FILE is missing'],
  [['lint', join(folder, 'none')], 'ENOENT'],
  [['lint', '--nothing', SOUND], '--nothing'],
  [['diff', SOUND], 'NEW is missing'],
  [['diff', SOUND, SOUND, SOUND], 'one operand too many'],
  [['nothing'], 'There is no command "nothing"'],
  [['constructor'], 'There is no command'],
  [[], 'Usage: pack lint'],
])('%j is wrong use', async (args, words) => {
  expect(await runPack(...args)).toMatchObject({ status: 2, err: expect.stringContaining(words) });
});

test('--help is none', async () => {
  expect(await runPack('--help')).toMatchObject({ status: 0, err: expect.stringContaining('pack apply PACK PATCH') });
});
