import { createSend, type Send } from '../messaging/send.ts';

/** The parts of `browser.tabs` and `browser.scripting` that are used here. */
export type TabsApi = {
  query(filter: Record<string, unknown>): Promise<{ id?: number | undefined; url?: string | undefined }[]>;
  get(tab: number): Promise<{ url?: string | undefined; title?: string | undefined }>;
  sendMessage(tab: number, message: unknown, options?: { frameId?: number }): Promise<unknown>;
};
export type ScriptingApi = {
  executeScript(injection: {
    target: { tabId: number; frameIds?: number[]; allFrames?: boolean };
    files: string[];
  }): Promise<unknown>;
  insertCSS(injection: {
    target: { tabId: number; frameIds: number[] };
    css: string;
    origin: 'AUTHOR' | 'USER';
  }): Promise<unknown>;
};

/** Sends to one frame of a tab, or, without a frame, to all of them (and takes the first answer). */
export const sendToTab = (tabs: TabsApi, tab: number, frameId?: number): Send =>
  createSend((envelope) => tabs.sendMessage(tab, envelope, frameId === undefined ? {} : { frameId }));

/** Tells every tab that settings or dataset changed. Tabs without our scripts do not answer, which is fine. */
export async function refreshTabs(tabs: TabsApi): Promise<void> {
  const open = await tabs.query({});
  await Promise.all(open.flatMap(({ id }) => (id === undefined ? [] : [sendToTab(tabs, id)('tab.refresh', {}, 1000)])));
}

/** How long a scout may take to say whether its tab is paused. */
const PAUSE_ANSWER_MS = 500;

/** Whether the user has switched the marks of a tab off until it is loaded anew: its first frame knows. */
export async function isPaused(tabs: TabsApi, tab: number): Promise<boolean> {
  const answer = await sendToTab(tabs, tab, 0)('tab.isPaused', {}, PAUSE_ANSWER_MS);
  return answer.ok && answer.value;
}

/** Puts the scout into the tabs that were open before the extension was, so that none has to be reloaded. */
export async function serveOpenTabs(tabs: TabsApi, scripting: ScriptingApi): Promise<void> {
  const open = await tabs.query({ url: ['http://*/*', 'https://*/*'] });
  await Promise.all(
    open.map(async ({ id }) => {
      if (id === undefined) return;
      // Some tabs refuse scripts (the browser's own store, an error page); the others are served all the same.
      await scripting.executeScript({ target: { tabId: id, allFrames: true }, files: ['/scout.js'] }).catch(() => {});
    }),
  );
}

/** The host of an address that content scripts may run on; null for any other page. */
export function webHost(url: string | undefined): string | null {
  if (url === undefined || !/^https?:/.test(url)) return null;
  return new URL(url).hostname || null;
}
