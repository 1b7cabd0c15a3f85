import type { VNode } from 'preact';
import { hasUnseenNews, RELEASE_NEWS } from '../core/news/release-news.ts';
import { readSeenNews, writeSeenNews } from '../storage/news-store.ts';
import type { StorageArea } from '../storage/settings-store.ts';
import { WhatIsNew } from '../ui/WhatIsNew.tsx';

/** What is new, until it is dismissed: the same box each time it is asked for, null where nothing is new. */
export function createNews(area: StorageArea, redraw: () => void): () => Promise<VNode | null> {
  const box = <WhatIsNew onDismiss={() => void writeSeenNews(area, RELEASE_NEWS.version).then(redraw)} />;
  return async () => (hasUnseenNews(await readSeenNews(area), RELEASE_NEWS.version) ? box : null);
}
