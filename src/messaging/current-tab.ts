/** The part of `browser.tabs` that is used here. */
type TabsApi = { query(filter: { active: boolean; currentWindow: boolean }): Promise<{ id?: number | undefined }[]> };

/**
 * The tab that popup and side panel are about: the active one; or, where they are opened as a page of their own
 * (`popup.html?tab=7`), the one their address names.
 */
export async function currentTab(address: Pick<Location, 'search'>, tabs: TabsApi): Promise<number | null> {
  const named = Number(new URLSearchParams(address.search).get('tab') ?? Number.NaN);
  if (Number.isSafeInteger(named)) return named;
  const [active] = await tabs.query({ active: true, currentWindow: true });
  return active?.id ?? null;
}
