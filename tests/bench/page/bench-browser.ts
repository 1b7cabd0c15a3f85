import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { requireBrowser } from '../../browser/find-browser.ts';
import { traceScripts, type ScriptCost } from './trace.ts';
import type { Tool } from './tools.ts';

/** A Chromium of its own, with the extension or without. */
export type BenchBrowser = {
  /** Opens a tab for `run`, and closes it. */
  withPage<T>(run: (page: Page, session: CDPSession) => Promise<T>): Promise<T>;
  close(): Promise<void>;
};

/** When an extension has long been done with a page. */
const SETTLED_MS = 2500;
/** When a page has been drawn and its own scripts rest. */
const DRAWN_MS = 400;

export async function openBrowser(extension?: string): Promise<BenchBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'sidelight-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireBrowser('chromium'),
    headless: false,
    args: [
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--enable-precise-memory-info',
      ...(extension === undefined ? [] : [`--load-extension=${extension}`, `--disable-extensions-except=${extension}`]),
    ],
  });
  return {
    async withPage(run) {
      const page = await context.newPage();
      const result = await run(page, await context.newCDPSession(page));
      await page.close();
      return result;
    },
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

/** What the trace says of the extension's scripts on the page's own thread, from the beginning of a navigation. */
export const traceLoad = (browser: BenchBrowser, url: string, firstScript: string): Promise<ScriptCost> =>
  browser.withPage((page, session) =>
    traceScripts(session, firstScript, async () => {
      await page.addInitScript(noteFirstMark);
      await page.goto(url);
      await sleep(SETTLED_MS);
    }),
  );

/**
 * How long a tool works on a page that has been drawn; what the browser then draws anew is not in it. Null where the tool
 * throws: with a thousand names mark.js now and then outgrows the stack of regular expressions.
 */
export const timeTool = (browser: BenchBrowser, url: string, { library, expression }: Tool): Promise<number | null> =>
  browser.withPage(async (page) => {
    await page.goto(url);
    await sleep(DRAWN_MS);
    if (library !== undefined) await page.addScriptTag({ content: library });
    return page.evaluate<number | null>(
      `(async () => {
        const start = performance.now();
        try {
          await ${expression};
        } catch {
          return null;
        }
        return performance.now() - start;
      })()`,
    );
  });

/** Run in the page: puts the moment into the trace at which it could first see a mark. */
function noteFirstMark(): void {
  const look = (): void => {
    if (CSS.highlights.size === 0) requestAnimationFrame(look);
    else performance.mark('first-mark');
  };
  requestAnimationFrame(look);
}
