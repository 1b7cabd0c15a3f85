import type { TestPage } from './drive.ts';
import { until } from './reader.ts';

type Globals = { browser?: typeof chrome; chrome: typeof chrome };

/** The number of the tab in which `page` is, asked of one of the extension's own pages. */
export async function tabOf(own: TestPage, page: TestPage): Promise<number> {
  const url = page.url();
  const found = await until(
    () =>
      own.evaluate(async (wanted) => {
        const { browser, chrome: chromium } = globalThis as unknown as Globals;
        const tabs = await (browser ?? chromium).tabs.query({});
        return tabs.find((tab) => tab.url === wanted)?.id ?? null;
      }, url),
    (tab) => tab !== null,
    `a tab at ${url}`,
  );
  if (found === null) throw new Error(`no tab at ${url}`);
  return found;
}

/** Sends a tab what the background sends it when a command's key is pressed: no driver can press such keys. */
export const sendToTab = (own: TestPage, tab: number, type: string, params: object = {}): Promise<unknown> =>
  own.evaluate(
    ({ tab: to, message }) => {
      const { browser, chrome: chromium } = globalThis as unknown as Globals;
      return (browser ?? chromium).tabs.sendMessage(to, message);
    },
    { tab, message: { type, params } },
  );
