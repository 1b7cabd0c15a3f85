import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, expect, test, vi } from 'vitest';
import { pack } from '../../src/cli/pack-command.ts';
import { UnsoundFileError } from '../../src/cli/file-problem.ts';
import { makeFact, packLines } from '../fixtures/builders.ts';

const folder = mkdtempSync(join(tmpdir(), 'sidelight-pack-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const OLD = file('old.jsonl', packLines({ facts: [makeFact(), makeFact({ id: 'f2' })] }).join('\n'));
const NEW = file(
  'new.jsonl',
  packLines({ version: 2, facts: [makeFact({ statement: 'Acme was sold.' }), makeFact({ id: 'f3' })] }).join('\n'),
);

let printed = '';
beforeEach(() => {
  printed = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    printed += String(text);
    return true;
  });
});

test('diff tells people what changed', async () => {
  expect(await pack(['diff', OLD, NEW])).toBe(0);
  expect(printed).toContain('demo: version 1 → 2');
  expect(printed).toContain('fact: +1 ~1 -1');
  expect(printed).toContain('~ f1 Acme was valued at over $4 billion.\n  → Acme was sold.');
});

test('diff --json tells programs', async () => {
  expect(await pack(['diff', '--json', OLD, NEW])).toBe(0);
  expect(JSON.parse(printed)).toMatchObject({ fact: { added: [{ id: 'f3' }], removed: [{ id: 'f2' }] } });
});

test('a patch, applied, gives the new pack', async () => {
  await pack(['patch', OLD, NEW]);
  const patch = file('patch.jsonl', printed);
  printed = '';
  expect(await pack(['apply', OLD, patch])).toBe(0);
  const applied = file('applied.jsonl', printed);
  printed = '';
  await pack(['diff', NEW, applied]);
  expect(printed).toContain('source: +0 ~0 -0, entity: +0 ~0 -0, fact: +0 ~0 -0');
  expect(readFileSync(applied, 'utf8').split('\n')[0]).toContain('"version":2');
});

test('a patch for another version is refused, and says which file', async () => {
  await pack(['patch', OLD, NEW]);
  const patch = file('wrong.jsonl', printed);
  await expect(pack(['apply', NEW, patch])).rejects.toThrow(UnsoundFileError);
  await expect(pack(['apply', NEW, patch])).rejects.toThrow(/wrong\.jsonl: The patch is made from version 1/);
});
