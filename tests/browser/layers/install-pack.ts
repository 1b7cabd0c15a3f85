import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestPage } from '../drive.ts';
import { until } from '../reader.ts';

const folder = await mkdtemp(join(tmpdir(), 'sidelight-layers-'));

/** Imports a pack by the manager's file picker, as a user would, and waits until it is in use. */
export async function installPack(manager: TestPage, name: string, lines: readonly string[]): Promise<void> {
  const path = join(folder, `${name}.factpack.jsonl`);
  await writeFile(path, lines.join('\n'));
  const { title, version } = JSON.parse(lines[0] ?? '') as { title: string; version: number };
  await manager.setInputFile('input[type="file"]', path);
  await until(
    () => manager.evaluate(() => document.body.textContent ?? '', null),
    (text) => text.includes(`${title}, version ${version}, is installed`),
    `${title}, version ${version}`,
  );
}
