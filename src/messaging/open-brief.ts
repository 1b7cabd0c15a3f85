/** The two ways in which browsers show a panel beside the page. The polyfill and its types know neither. */
type PanelApi = {
  readonly sidePanel?: { open(options: { windowId: number }): Promise<void> };
  readonly sidebarAction?: { open(): Promise<void> };
};
type Globals = { readonly browser?: PanelApi; readonly chrome?: PanelApi };

/**
 * Opens the panel, with the brief or what else it has to show. Must be called straight from a click or a key: browsers refuse it
 * otherwise. Gives whether there is such a panel; Firefox for Android has none.
 */
export async function openBrief(windowId: number | undefined): Promise<boolean> {
  const { browser, chrome: chromium } = globalThis as unknown as Globals;
  if (browser?.sidebarAction !== undefined) {
    await browser.sidebarAction.open();
    return true;
  }
  if (windowId === undefined || chromium?.sidePanel === undefined) return false;
  await chromium.sidePanel.open({ windowId });
  return true;
}
