import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openBrowser, traceLoad, type BenchBrowser } from './bench-browser.ts';
import type { Tool } from './tools.ts';

/** An extension that runs one expression on every page and does nothing else, as cold as ours is. */
export type BareReader = {
  readonly title: string;
  /** Milliseconds of a page's thread for one load. */
  read(url: string): Promise<number>;
  close(): Promise<void>;
};

const SCRIPT = 'reader.js';

/** A Chromium with such an extension, measured as ours is: from the trace, compiling included. */
export async function openBareReader({ title, expression }: Tool): Promise<BareReader> {
  const folder = await mkdtemp(join(tmpdir(), 'sidelight-reader-'));
  const manifest = {
    manifest_version: 3,
    name: title,
    version: '1',
    content_scripts: [{ matches: ['http://*/*'], js: [SCRIPT], run_at: 'document_idle' }],
  };
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest));
  await writeFile(join(folder, SCRIPT), `globalThis.result = ${expression};`);
  const browser: BenchBrowser = await openBrowser(folder);
  return {
    title,
    read: async (url) => (await traceLoad(browser, url, SCRIPT)).totalMs,
    async close() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
