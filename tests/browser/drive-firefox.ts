import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer from 'puppeteer-core';
import {
  DEFAULT_LANGUAGE,
  DEFAULT_VIEWPORT,
  type LaunchOptions,
  type TestBrowser,
  type TestPage,
} from './test-browser.ts';
import { answerInTime } from './answer-in-time.ts';
import { readTabs } from './bidi-tabs.ts';
import { closeFirstRun } from './close-first-run.ts';
import { requireBrowser } from './find-browser.ts';
import { until } from './reader.ts';

const FIREFOX_ID = 'sidelight@sidelight.example';
/** Firefox gives each installed extension a random host; the tests give it one they know. */
const FIREFOX_HOST = '5ade1164-0000-4000-8000-000000000001';
/** Longest wait for an answer of the browser; below the time that a hook of the tests has. */
const PROTOCOL_PATIENCE_MS = 60_000;
/** Longest wait for a page of the extension, and for what it draws. */
const PAGE_PATIENCE_MS = 60_000;

/** Firefox through WebDriver BiDi, with a fresh profile. */
export async function launchFirefox({
  extension,
  headless = true,
  viewport,
  colorScheme = 'light',
  language = DEFAULT_LANGUAGE,
  keepsFirstRun = false,
  backgroundIdleMs,
}: LaunchOptions): Promise<TestBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: requireBrowser('firefox'),
    headless,
    defaultViewport: viewport ?? DEFAULT_VIEWPORT,
    protocolTimeout: PROTOCOL_PATIENCE_MS,
    // Lets the tests open the extension's own pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      ...(backgroundIdleMs === undefined ? {} : { 'extensions.background.idle.timeout': backgroundIdleMs }),
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_HOST }),
      'intl.locale.requested': language,
      'dom.ipc.keepProcessesAlive.webIsolated.perOrigin': 3,
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    },
  });
  const install = async (): Promise<void> => {
    if (extension === undefined) return;
    await browser.installExtension(extension);
    if (!keepsFirstRun) await closeFirstRun(() => readTabs(browser));
  };
  await install();
  return {
    name: 'firefox',
    extensionOrigin: extension === undefined ? '' : `moz-extension://${FIREFOX_HOST}`,
    async newPage(apart = false) {
      const page = await browser.newPage({ type: apart ? 'window' : 'tab' });
      const complaints: string[] = [];
      const messages: string[] = [];
      page.on('console', (message) => {
        messages.push(`${message.type()}: ${message.text()}`);
        if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text());
      });
      page.on('pageerror', (error) => {
        complaints.push(String(error));
        messages.push(`uncaught: ${String(error)}`);
      });
      const { mouse } = page;
      return Object.defineProperties(page as unknown as TestPage, {
        complaints: { value: complaints },
        messages: { value: messages },
        preload: { value: async (source: string) => void (await page.evaluateOnNewDocument(source)) },
        ask: { value: async (expression: string) => String(await page.evaluate(expression)) },
        mouse: {
          value: {
            move: (x: number, y: number, moves?: { steps?: number }) => mouse.move(x, y, moves),
            click: (x: number, y: number) => mouse.click(x, y),
            wheel: (by: { x: number; y: number }) => mouse.wheel({ deltaX: by.x, deltaY: by.y }),
            down: () => mouse.down(),
            up: () => mouse.up(),
          },
        },
        tap: { value: (x: number, y: number) => page.touchscreen.tap(x, y) },
        gotoOwnPage: {
          // BiDi never reports the end of a navigation to an extension page, so the page itself is asked.
          async value(url: string) {
            void page.goto(url).catch(() => {});
            const isThere = () =>
              answerInTime(
                page.evaluate((wanted) => location.href === wanted && document.readyState === 'complete', url),
                'the page',
              );
            await until(
              () => isThere().catch(() => false),
              (there) => there,
              `the page ${url}`,
              PAGE_PATIENCE_MS,
            );
          },
        },
        setInputFile: {
          async value(selector: string, path: string) {
            // A page of the extension draws once its background has answered.
            const input = await page.waitForSelector(selector, { timeout: PAGE_PATIENCE_MS });
            await (input as unknown as { uploadFile(path: string): Promise<void> }).uploadFile(path);
          },
        },
        resize: { value: (width: number, height: number) => page.setViewport({ width, height }) },
      });
    },
    extensionControl: {
      // Its own clock ends it; nobody else can.
      stopBackground: () => sleep((backgroundIdleMs ?? 30_000) + 1500),
      async reload() {
        await browser.uninstallExtension(FIREFOX_ID);
        await install();
      },
      remove: () => browser.uninstallExtension(FIREFOX_ID),
    },
    install: (folder: string) => browser.installExtension(folder),
    processId: browser.process()?.pid,
    addresses: async () => (await readTabs(browser)).map(({ address }) => address),
    async closePages() {
      const [first, ...others] = await browser.pages();
      await first?.goto('about:blank');
      await Promise.all(others.map((page) => page.close()));
    },
    close: () => browser.close(),
  };
}
