import type { VNode } from 'preact';
import { hasUnseenNews, RELEASE_NEWS } from '../core/news/release-news.ts';
import { readSeenNews, writeSeenNews } from '../storage/news-store.ts';
import type { StorageArea } from '../storage/settings-store.ts';
import { WhatIsNew } from '../ui/WhatIsNew.tsx';

/** What is new, until it is dismissed; null where nothing is. */
export const createNews =
  (area: StorageArea, redraw: () => void): (() => Promise<VNode | null>) =>
  async () => {
    if (!hasUnseenNews(await readSeenNews(area), RELEASE_NEWS.version)) return null;
    return <WhatIsNew onDismiss={() => void writeSeenNews(area, RELEASE_NEWS.version).then(redraw)} />;
  };
