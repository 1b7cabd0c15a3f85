import { resolve } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { serveArticles, type ArticleServer, type Routes } from './article-server.ts';
import { chooseSettings } from './choose-settings.ts';
import { launch, type BrowserName, type TestBrowser, type TestPage } from './drive.ts';
import type { LaunchOptions } from './test-browser.ts';
import { BUILDS } from './find-browser.ts';
import { expectMarks, until } from './reader.ts';

export const ARTICLES = resolve('tests/fixtures/articles');

export type Stage = {
  /** The browser with the extension, ready: the default pack is installed. */
  readonly browser: TestBrowser;
  readonly origin: string;
  open(path: string): Promise<TestPage>;
};

/** Starts a browser with the extension for one file of tests, and stops it afterwards. */
export function useStage(name: BrowserName, routes: Routes = {}, options: LaunchOptions = {}): Stage {
  let browser: TestBrowser | undefined;
  let server: ArticleServer | undefined;
  const started = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('the stage is not up yet');
    return value;
  };
  beforeAll(async () => {
    server = await serveArticles(ARTICLES, { '/ready': () => '<p>Huawei</p>', ...routes });
    browser = await launch(name, { ...options, extension: BUILDS[name] });
    const page = await browser.newPage();
    // The first run imports the default pack, and then serves the tabs that were open already.
    await page.goto(`${server.origin}/ready`);
    await expectMarks(page, ['Huawei']);
    await page.close();
    // Most tests count marks, which are easiest to count if there is one for every mention.
    await chooseSettings(browser, { density: 'every' });
  });
  afterAll(async () => {
    await browser?.close();
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
  const popup = await stage.browser.newPage();
  const manager = `${stage.browser.extensionOrigin}/manager.html`;
  await popup.gotoOwnPage(manager);
  const url = page.url();
  const tab = await until(
    () =>
      popup.evaluate(async (wanted) => {
        const { browser, chrome: chromium } = globalThis as unknown as {
          browser?: typeof chrome;
          chrome: typeof chrome;
        };
        const tabs = await (browser ?? chromium).tabs.query({});
        return tabs.find((candidate) => candidate.url === wanted)?.id ?? null;
      }, url),
    (found) => found !== null,
    `a tab at ${url}`,
  );
  await popup.gotoOwnPage(`${stage.browser.extensionOrigin}/popup.html?tab=${tab}`);
  await until(
    () => popup.evaluate(() => document.querySelectorAll('[role="switch"]').length, null),
    (count) => count > 0,
    'the popup',
  );
  return popup;
}

/** Clicks an element of an extension page as a user would. */
export async function clickOn(page: TestPage, selector: string): Promise<void> {
  const place = await page.evaluate((wanted) => {
    const box = document.querySelector(wanted)?.getBoundingClientRect();
    return box === undefined ? null : { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, selector);
  if (place === null) throw new Error(`nothing at ${selector}`);
  await page.mouse.click(place.x, place.y);
}
