import type { TestBrowser, TestPage } from '../drive.ts';
import { bundledNames } from './bundled-names.ts';
import { recorderSource } from './recorder.ts';

/** Pages in windows of their own, all drawn at once, lent one visit after another: a window takes seconds to open. */
export type PagePool = {
  /** Lends a page with nothing on it; after a failure it is thrown away. */
  lend<T>(use: (page: TestPage) => Promise<T>): Promise<T>;
};

export function createPagePool(browser: TestBrowser): PagePool {
  const idle: TestPage[] = [];
  const open = async (): Promise<TestPage> => {
    const page = await browser.newPage(true);
    await page.preload(recorderSource(bundledNames()));
    return page;
  };
  return {
    async lend(use) {
      const page = idle.pop() ?? (await open());
      try {
        const result = await use(page);
        await page.goto('about:blank');
        page.messages.length = 0;
        idle.push(page);
        return result;
      } catch (error) {
        await page.close().catch(() => {});
        throw error;
      }
    },
  };
}
