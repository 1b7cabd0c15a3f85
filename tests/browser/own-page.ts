import type { TestBrowser, TestPage } from './drive.ts';
import type { Stage } from './stage.ts';

const DEFAULT_PACK = 'china-ai';

/** The manager page in a tab of its own: from there the tests may ask what only the extension can. */
export async function openManager(stage: Pick<Stage, 'browser'>): Promise<TestPage> {
  const manager = await stage.browser.newPage();
  await manager.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/packs`);
  return manager;
}

type Packs = { readonly value: { readonly packs: readonly { readonly id: string; readonly enabled: boolean }[] } };

/** Stores these settings, forgets what else a user may have chosen, and removes every pack but the one that comes with it. */
export async function resetStore(browser: TestBrowser, settings: object): Promise<void> {
  const manager = await openManager({ browser });
  const { value } = (await request(manager, 'page.packs', {})) as Packs;
  for (const { id, enabled } of value.packs) {
    if (id !== DEFAULT_PACK) await request(manager, 'page.removePack', { pack: id });
    else if (!enabled) await request(manager, 'page.setPackEnabled', { pack: id, enabled: true });
  }
  await manager.evaluate(async (wanted) => {
    const { browser: gecko, chrome: chromium } = globalThis as unknown as {
      browser?: typeof chrome;
      chrome: typeof chrome;
    };
    const { local } = (gecko ?? chromium).storage;
    const kept = new Set(['settings', 'aliasIndex', 'indexedPacks', 'packMirror']);
    const stored = Object.keys(await local.get(null));
    await local.remove(stored.filter((key) => !kept.has(key)));
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
