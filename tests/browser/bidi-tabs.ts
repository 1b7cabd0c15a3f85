import type { Browser } from 'puppeteer-core';

/** Part of what Puppeteer's Firefox can do and its types leave out: a plain command of WebDriver BiDi. */
export type BidiConnection = {
  send(method: string, params: object): Promise<{ readonly result: unknown }>;
};

export const bidiOf = (browser: Browser): BidiConnection =>
  (browser as unknown as { connection: BidiConnection }).connection;

/** A tab as the browser itself knows it. */
export type Tab = { readonly address: string; close(): Promise<unknown> };

/**
 * The tabs of Firefox. Asked of the browser: Puppeteer does not say where a tab has gone that shows an extension page, and
 * a tab that has just moved to the extension's process may never answer.
 */
export async function readTabs(browser: Browser): Promise<Tab[]> {
  const connection = bidiOf(browser);
  const { result } = await connection.send('browsingContext.getTree', { maxDepth: 0 });
  const { contexts } = result as { readonly contexts: readonly { readonly context: string; readonly url: string }[] };
  return contexts.map(({ context, url }) => ({
    address: url,
    close: () => connection.send('browsingContext.close', { context }),
  }));
}
