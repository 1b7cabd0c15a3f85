import { setTimeout as sleep } from 'node:timers/promises';
import type { BrowserName, TestPage } from '../browser/drive.ts';
import { openManager } from '../browser/own-page.ts';
import { expectCard, hover, markedIn, until } from '../browser/reader.ts';
import { launchWithDefaultPack } from '../browser/shared-browser.ts';
import { tabOf } from '../browser/tab-of.ts';
import { openPublisher } from './gallery-publisher.ts';

/** A browser with the extension and the gallery's pack, in which one state after another is shown. */
export type Sitting = {
  readonly origin: string;
  newPage(width: number, height: number): Promise<TestPage>;
  /** Goes to a page and waits for its marks. */
  read(page: TestPage, path: string): Promise<void>;
  /** Opens the card of a name. */
  openCard(page: TestPage, word: string, shownName?: string): Promise<Awaited<ReturnType<typeof expectCard>>>;
  /** One of our own pages, about the tab of `page` if one is given. */
  openOwn(path: string, width: number, height: number, page?: TestPage): Promise<TestPage>;
  readonly packFile: string;
  /** Where a pack can be subscribed to. */
  readonly publisherUrl: string;
  /** Closes the pages of the last state. */
  clear(): Promise<void>;
  close(): Promise<void>;
};

/** Cards and panels fade in. */
const SETTLE_MS = 600;

export async function openSitting(
  name: BrowserName,
  colorScheme: 'light' | 'dark',
  origin: string,
  packFile: string,
): Promise<Sitting> {
  const browser = await launchWithDefaultPack(name, { colorScheme });
  const manager = await openManager({ browser });
  await manager.setInputFile('input[type="file"]', packFile);
  await until(
    () => manager.evaluate(() => document.querySelectorAll('[data-pack="gallery"]').length, null),
    (count) => count === 1,
    'the pack of the gallery',
  );
  const publisher = await openPublisher(manager);
  await manager.close();
  let pages: TestPage[] = [];
  return {
    origin,
    packFile,
    async newPage(width, height) {
      const page = await browser.newPage();
      await page.resize(width, height);
      pages.push(page);
      return page;
    },
    async read(page, path) {
      await page.goto(`${origin}${path}`);
      if (path !== '/none')
        await until(
          () => markedIn(page),
          (marks) => marks.length > 0,
          `marks on ${path}`,
        );
      await sleep(SETTLE_MS);
    },
    async openCard(page, word, shownName = word) {
      await page.bringToFront();
      await hover(page, 'body', word);
      const card = await expectCard(page, shownName);
      await sleep(SETTLE_MS);
      return card;
    },
    async openOwn(path, width, height, page) {
      const own = await openManager({ browser });
      pages.push(own);
      await own.resize(width, height);
      const tab = page === undefined ? '' : `?tab=${await tabOf(own, page)}`;
      // The same document with another fragment would not be loaded anew.
      await own.gotoOwnPage(`${browser.extensionOrigin}/icons/16.png`);
      await own.gotoOwnPage(`${browser.extensionOrigin}/${path.replace('.html', `.html${tab}`)}`);
      await sleep(SETTLE_MS);
      return own;
    },
    async clear() {
      for (const page of pages) await page.close();
      pages = [];
    },
    publisherUrl: `${publisher.origin}/demo.manifest.json`,
    async close() {
      await browser.close();
      await publisher.close();
    },
  };
}
