import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runPack } from '../fixtures/run-pack.ts';

const root = mkdtempSync(join(tmpdir(), 'sidelight-guide-'));
afterAll(() => rmSync(root, { recursive: true }));

const parts = readFileSync('data/README.md', 'utf8').split(/^## /m);
const commandsOf = (title: string): string[] => {
  const blocks = (parts.find((part) => part.startsWith(title)) ?? '').matchAll(/^```sh\n(.+?)^```/gms);
  return [...blocks].flatMap((match) => (match[1] ?? '').trim().split('\n'));
};
/** Where a reader has it beside the folder of this project: beside a folder of the test. */
const inFolder = (word: string): string => (/^\.\.\/(?:my-|next\.)/.test(word) ? join(root, 'here', word) : word);

/** Does what a reader does who types a line of the guide. */
async function type(line: string): Promise<{ status: number; err: string }> {
  const [program, ...words] = line.split(' ').map(inFolder);
  if (program === 'cp') cpSync(words[1] ?? '', words[2] ?? '', { recursive: true });
  else if (program === 'mv') renameSync(words[0] ?? '', words[1] ?? '');
  else if (line.startsWith('npm run -s pack -- ')) return runPack(...words.slice(4));
  else throw new Error(`the guide has a command that is not tried: ${line}`);
  return { status: 0, err: '' };
}
/** "Change the sheets, raise `version`": what the guide leaves to an editor. */
function writeNextVersion(): void {
  const [header, facts] = ['header.json', 'facts.csv'].map((name) => join(root, 'my-pack', name));
  if (header === undefined || facts === undefined) return;
  writeFileSync(header, readFileSync(header, 'utf8').replace('"version": 1', '"version": 2'));
  writeFileSync(facts, readFileSync(facts, 'utf8').replace(/(?<=\n[^\n]*)\bin\b/, 'within'));
}

test('the commands of the guide do what it says, one after the other', async () => {
  const build = commandsOf('From a spreadsheet');
  const publish = commandsOf('Sign and host it').filter((line) => !line.includes(' serve '));
  expect([build[0], build.length, publish.length]).toEqual(['cp -r data/template ../my-pack', 8, 14]);
  for (const line of [...build, 'change', ...publish]) {
    if (line === 'change') writeNextVersion();
    else expect({ line, ...(await type(line)) }).toMatchObject({ line, status: 0, err: '' });
  }
  const manifest = inFolder('../my-site/harbour-towns.manifest.json');
  expect(await runPack('verify', manifest)).toMatchObject({
    status: 0,
    out: expect.stringContaining('version 2, stable'),
  });
  expect(await runPack('verify', manifest, '--key', inFolder('../my-pack-key.pem'))).toMatchObject({ status: 1 });
});
