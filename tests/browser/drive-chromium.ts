import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import {
  DEFAULT_LANGUAGE,
  DEFAULT_VIEWPORT,
  type LaunchOptions,
  type TestBrowser,
  type TestFrame,
  type TestPage,
} from './test-browser.ts';
import { closeFirstRun } from './close-first-run.ts';
import { answeringInTime } from './answer-in-time.ts';
import { controlInChromium } from './control-chromium.ts';
import { requireBrowser } from './find-browser.ts';

/** Chromium through Playwright, with a fresh profile. */
export async function launchChromium({
  extension,
  headless = true,
  viewport,
  colorScheme = 'light',
  language = DEFAULT_LANGUAGE,
  keepsFirstRun = false,
  backForwardCache = false,
  preciseMemory = false,
}: LaunchOptions): Promise<TestBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'sidelight-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireBrowser('chromium'),
    headless: false,
    viewport: viewport ?? DEFAULT_VIEWPORT,
    colorScheme,
    // On Linux Chromium heeds only this.
    env: { ...process.env, LANGUAGE: language.replace('-', '_') },
    ...(backForwardCache ? { ignoreDefaultArgs: ['--disable-back-forward-cache'] } : {}),
    args: [
      ...(headless ? ['--headless=new'] : []),
      `--lang=${language}`,
      '--no-sandbox',
      '--no-first-run',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(preciseMemory ? ['--enable-precise-memory-info'] : []),
      ...(extension === undefined ? [] : [`--load-extension=${extension}`, `--disable-extensions-except=${extension}`]),
    ],
  });
  let extensionOrigin = '';
  if (extension !== undefined) {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    // Node's URL gives no origin for schemes it does not know.
    extensionOrigin = `chrome-extension://${new URL(worker.url()).host}`;
    if (!keepsFirstRun)
      await closeFirstRun(async () =>
        context.pages().map((page) => ({ address: page.url(), close: () => page.close() })),
      );
  }
  return {
    name: 'chromium',
    extensionOrigin,
    extensionControl: controlInChromium(context, extensionOrigin),
    async newPage() {
      const page = await context.newPage();
      const complaints: string[] = [];
      const messages: string[] = [];
      page.on('console', (message) => {
        messages.push(`${message.type()}: ${message.text()}`);
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => {
        complaints.push(String(error));
        messages.push(`uncaught: ${String(error)}`);
      });
      const { mouse } = page;
      const framesNow = page.frames.bind(page);
      const devtools = await context.newCDPSession(page);
      return Object.assign(page as unknown as TestPage, {
        complaints,
        messages,
        frames: (): TestFrame[] => framesNow().map(answeringInTime),
        preload: (source: string) => page.addInitScript({ content: source }),
        forceColors: () => page.emulateMedia({ forcedColors: 'active' }),
        async ask(expression: string) {
          const answer = await devtools.send('Runtime.evaluate', {
            expression,
            returnByValue: true,
            awaitPromise: true,
          });
          if (answer.exceptionDetails !== undefined) {
            throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
          }
          return String(answer.result.value);
        },
        mouse: {
          move: (x: number, y: number, moves?: { steps?: number }) => mouse.move(x, y, moves),
          click: (x: number, y: number) => mouse.click(x, y),
          wheel: (by: { x: number; y: number }) => mouse.wheel(by.x, by.y),
          down: () => mouse.down(),
          up: () => mouse.up(),
        },
        async tap(x: number, y: number) {
          await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
          await devtools.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
        },
        async compose(steps: readonly string[], text: string) {
          for (const step of [...steps, text]) {
            const { length } = step;
            await devtools.send('Input.imeSetComposition', {
              text: step,
              selectionStart: length,
              selectionEnd: length,
            });
          }
          await devtools.send('Input.insertText', { text });
        },
        gotoOwnPage: async (url: string) => void (await page.goto(url)),
        setInputFile: (selector: string, path: string) => page.setInputFiles(selector, path),
        resize: (width: number, height: number) => page.setViewportSize({ width, height }),
      });
    },
    addresses: async () => context.pages().map((page) => page.url()),
    async closePages() {
      const [first, ...others] = context.pages();
      await first?.goto('about:blank');
      await Promise.all(others.map((page) => page.close()));
    },
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
