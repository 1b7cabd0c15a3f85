import { resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { serveArticles, type ArticleServer, type Routes } from './article-server.ts';
import type { BrowserName, TestBrowser, TestFrame, TestPage } from './drive.ts';
import { openManager } from './own-page.ts';
import { until } from './reader.ts';
import { launchWithDefaultPack, lendBrowser } from './shared-browser.ts';
import { tabOf } from './tab-of.ts';
import type { LaunchOptions } from './test-browser.ts';

export const ARTICLES = resolve('tests/fixtures/articles');

export type Stage = {
  /** The browser with the extension, ready: the default pack is installed. */
  readonly browser: TestBrowser;
  readonly origin: string;
  open(path: string): Promise<TestPage>;
};

/**
 * A browser with the extension for one file of tests: the common one, or with options one of its own, which is stopped
 * afterwards.
 */
export function useStage(name: BrowserName, routes: Routes = {}, options: LaunchOptions | null = null): Stage {
  let browser: TestBrowser | undefined;
  let server: ArticleServer | undefined;
  const started = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the stage is not up yet');
    return value;
  };
  beforeAll(async () => {
    server = await serveArticles(ARTICLES, { '/ready': () => '<p>Huawei</p>', ...routes });
    browser = options === null ? await lendBrowser(name) : await launchWithDefaultPack(name, options);
  });
  afterAll(async () => {
    if (options !== null) await browser?.close();
    await server?.close();
  });
  return {
    get browser() {
      return started(browser);
    },
    get origin() {
      return started(server).origin;
    },
    async open(path) {
      const page = await started(browser).newPage();
      await page.goto(`${started(server).origin}${path}`);
      return page;
    },
  };
}

/** Opens the popup in a tab of its own, about the tab in which `page` is. */
export async function openPopup(stage: Stage, page: TestPage): Promise<TestPage> {
  const popup = await openManager(stage);
  const tab = await tabOf(popup, page);
  await popup.gotoOwnPage(`${stage.browser.extensionOrigin}/popup.html?tab=${tab}`);
  await until(
    () => popup.evaluate(() => document.querySelectorAll('[role="switch"]').length, null),
    (count) => count > 0,
    'the popup',
  );
  return popup;
}

/** Clicks an element of an extension page as a user would, who scrolls there first and waits until it stands still. */
export async function clickOn(page: TestPage, selector: string): Promise<void> {
  const place = await page.evaluate(async (wanted) => {
    const placeOf = (): { x: number; y: number } | null => {
      const element = document.querySelector(wanted);
      element?.scrollIntoView({ block: 'nearest' });
      const box = element?.getBoundingClientRect();
      return box === undefined ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    };
    // What was typed or clicked before may still move it: Preact draws a little later.
    const pause = () =>
      new Promise((done) => {
        setTimeout(() => requestAnimationFrame(done), 20);
        // A tab behind another draws no frames.
        setTimeout(done, 200);
      });
    let before = placeOf();
    for (const deadline = Date.now() + 30_000; Date.now() < deadline;) {
      await pause();
      const now = placeOf();
      if (now !== null && now.x === before?.x && now.y === before.y) break;
      before = now;
    }
    return before;
  }, selector);
  if (place === null) throw new Error(`nothing at ${selector}`);
  await page.mouse.click(place.x, place.y);
}

/** Does this to an element without a pointer, once the page has drawn it. */
export async function act(frame: TestFrame, selector: string, action: 'click' | 'focus' | 'select'): Promise<void> {
  await until(
    () =>
      frame.evaluate(
        ({ wanted, done }) => {
          const element = document.querySelector<HTMLInputElement>(wanted);
          element?.[done]();
          return element !== null;
        },
        { wanted: selector, done: action },
      ),
    (there) => there,
    selector,
  );
}
