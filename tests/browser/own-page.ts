import type { TestBrowser, TestPage } from './drive.ts';
import type { Stage } from './stage.ts';

/** The manager page in a tab of its own: from there the tests may ask what only the extension can. */
export async function openManager(stage: Pick<Stage, 'browser'>): Promise<TestPage> {
  const manager = await stage.browser.newPage();
  await manager.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html`);
  return manager;
}

/** Stores these settings, and forgets what else a user may have chosen. Pages opened afterwards follow them. */
export async function resetStore(browser: TestBrowser, settings: object): Promise<void> {
  const manager = await openManager({ browser });
  await manager.evaluate(async (wanted) => {
    const { browser: gecko, chrome: chromium } = globalThis as unknown as {
      browser?: typeof chrome;
      chrome: typeof chrome;
    };
    const { local } = (gecko ?? chromium).storage;
    await local.remove(['privacy', 'corrections']);
    await local.set({ settings: wanted });
  }, settings);
  await manager.close();
}

/** Settings and packs as they are stored, to be compared before and after. Asked of an own page. */
export const readStore = (manager: TestPage): Promise<string> =>
  manager.evaluate(async () => {
    const { browser, chrome: chromium } = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
    const api = browser ?? chromium;
    const { settings } = await api.storage.local.get('settings');
    const overview: unknown = await api.runtime.sendMessage({ type: 'page.overview', params: {} });
    return JSON.stringify({ settings, overview });
  }, null);

/** How many tickets for cards have been issued and not used yet. */
export const countTickets = (manager: TestPage): Promise<number> =>
  manager.evaluate(async () => {
    const { browser, chrome: chromium } = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
    const stored = await (browser ?? chromium).storage.session.get(null);
    return Object.keys(stored).filter((key) => key.startsWith('ticket:')).length;
  }, null);

/** Sends one of the messages of `pageRequests` from an own page. */
export const request = (manager: TestPage, type: string, params: Record<string, unknown>): Promise<unknown> =>
  manager.evaluate(
    (envelope) => {
      const { browser, chrome: chromium } = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
      return (browser ?? chromium).runtime.sendMessage(envelope);
    },
    { type, params },
  );
