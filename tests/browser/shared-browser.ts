import { DEFAULT_SETTINGS } from '../../src/core/model/settings.ts';
import { serveArticles } from './article-server.ts';
import { launch, type BrowserName, type TestBrowser } from './drive.ts';
import { BUILDS } from './find-browser.ts';
import { resetStore } from './own-page.ts';
import { expectMarks } from './reader.ts';
import { endWithRun } from './run-folder.ts';

/** Most tests count marks, which are easiest to count if there is one for every mention. */
const SETTINGS = { ...DEFAULT_SETTINGS, density: 'every' };

/** A background whose first import is cut off is woken for it by an alarm, a minute later. */
const FIRST_IMPORT_PATIENCE_MS = 100_000;

type Browsers = Map<string, Promise<TestBrowser>>;
type World = { [BROWSERS_OF_THIS_PROCESS]?: Browsers };
const BROWSERS_OF_THIS_PROCESS = Symbol.for('sidelight.test-browsers');

/**
 * Browsers that several files of tests use one after another, for the start of one takes as long as five tests. The files of
 * this project share a process (`isolate: false`), and the drivers end their browsers with it. Each file finds no tab but
 * its own, the default pack alone, and the settings above; whoever installs packs or reloads the extension needs a browser
 * of its own.
 */
export async function lendBrowser(name: BrowserName): Promise<TestBrowser> {
  const browser = await keep(`${name} with extension`, () => launchWithDefaultPack(name));
  await browser.closePages();
  await resetStore(browser, SETTINGS);
  return browser;
}

/** The same without the extension. */
export async function lendBareBrowser(name: BrowserName): Promise<TestBrowser> {
  const browser = await keep(`${name} bare`, () => launch(name));
  await browser.closePages();
  return browser;
}

function keep(key: string, start: () => Promise<TestBrowser>): Promise<TestBrowser> {
  const world = globalThis as World;
  const browsers = (world[BROWSERS_OF_THIS_PROCESS] ??= new Map());
  const running = browsers.get(key) ?? start();
  browsers.set(key, running);
  void running.then(({ processId }) => endWithRun(processId));
  return running;
}

/** Starts a browser with the extension and waits until the default pack is installed. */
export async function launchWithDefaultPack(
  name: BrowserName,
  options: Parameters<typeof launch>[1] = {},
): Promise<TestBrowser> {
  const server = await serveArticles('tests/fixtures/articles', { '/ready': () => '<p>Huawei</p>' });
  const browser = await launch(name, { ...options, extension: BUILDS[name] });
  const page = await browser.newPage();
  // The first run imports the default pack, and then serves the tabs that were open already.
  await page.goto(`${server.origin}/ready`);
  await expectMarks(page, ['Huawei'], FIRST_IMPORT_PATIENCE_MS);
  await page.close();
  await resetStore(browser, SETTINGS);
  await server.close();
  return browser;
}
