import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runPack } from '../fixtures/run-pack.ts';

const root = mkdtempSync(join(tmpdir(), 'sidelight-guide-'));
afterAll(() => rmSync(root, { recursive: true }));

const guide = readFileSync('data/README.md', 'utf8')
  .split(/^## /m)
  .find((part) => part.startsWith('From a spreadsheet'));
const commands = [...(guide ?? '').matchAll(/^npm run -s pack -- (.+)$/gm)].map((match) => match[1] ?? '');
const inFolder = (word: string): string => (/^(?:my-pack|next\.)/.test(word) ? join(root, word) : word);

test('the commands of the guide do what it says, one after the other', async () => {
  expect(guide).toContain('cp -r data/template my-pack');
  cpSync('data/template', join(root, 'my-pack'), { recursive: true });
  expect(commands.length).toBeGreaterThan(5);
  for (const command of commands) {
    const { status, err } = await runPack(...command.split(' ').map(inFolder));
    expect({ command, status, err }).toEqual({ command, status: 0, err: '' });
  }
});
