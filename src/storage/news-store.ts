import type { StorageArea } from './settings-store.ts';

const SEEN_NEWS_KEY = 'seenNews';

/** The last version whose news the user has seen, or that was there before any; null where nothing was noted. */
export async function readSeenNews(area: StorageArea): Promise<string | null> {
  const seen = (await area.get([SEEN_NEWS_KEY]))[SEEN_NEWS_KEY];
  return typeof seen === 'string' ? seen : null;
}

export const writeSeenNews = (area: StorageArea, version: string): Promise<void> =>
  area.set({ [SEEN_NEWS_KEY]: version });
