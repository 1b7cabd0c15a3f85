/** The two ways in which browsers show a panel beside the page. The polyfill and its types know neither. */
type PanelApi = {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
};
type Globals = { readonly browser?: PanelApi; readonly chrome?: PanelApi };

/** Opens the brief. Must be called straight from a click or a key: browsers refuse it otherwise. */
export async function openBrief(windowId: number | undefined): Promise<void> {
  const { browser, chrome: chromium } = globalThis as unknown as Globals;
  if (browser?.sidebarAction !== undefined) return browser.sidebarAction.open();
  if (windowId !== undefined) await chromium?.sidePanel?.open({ windowId });
}
