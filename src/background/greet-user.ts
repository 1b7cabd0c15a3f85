import { RELEASE_NEWS } from '../core/news/release-news.ts';
import { formatRoute } from '../messaging/manager-route.ts';
import { readSeenNews, writeSeenNews } from '../storage/news-store.ts';
import type { StorageArea } from '../storage/settings-store.ts';

export type Installed = { readonly reason: string; readonly previousVersion?: string | undefined };

type GreetingPorts = { readonly area: StorageArea; readonly openTab: (address: string) => Promise<unknown> };

/**
 * Opens the first page at an installation, for which nothing is new. At an update it notes which version was there, so that what
 * came since can be told.
 */
export async function greetUser(
  { reason, previousVersion }: Installed,
  { area, openTab }: GreetingPorts,
): Promise<void> {
  if (reason === 'install') {
    await writeSeenNews(area, RELEASE_NEWS.version);
    await openTab(formatRoute({ view: 'welcome' }));
  } else if (reason === 'update' && previousVersion !== undefined && (await readSeenNews(area)) === null) {
    await writeSeenNews(area, previousVersion);
  }
}
