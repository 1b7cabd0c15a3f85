import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { chromium } from 'playwright-core';
import puppeteer from 'puppeteer-core';

export type BrowserName = 'chromium' | 'firefox';

export const BROWSERS: readonly BrowserName[] = ['chromium', 'firefox'];

/** What Playwright's and Puppeteer's frames have in common. */
export type TestFrame = {
  url(): string;
  evaluate<R, A>(run: (argument: A) => R, argument: A): Promise<Awaited<R>>;
};

/** What their pages have in common, as far as the tests need it. */
export type TestPage = TestFrame & {
  goto(url: string): Promise<unknown>;
  reload(): Promise<unknown>;
  close(): Promise<void>;
  frames(): TestFrame[];
  screenshot(options: {
    path: string;
    clip?: { x: number; y: number; width: number; height: number };
  }): Promise<unknown>;
  readonly mouse: {
    move(x: number, y: number, options?: { steps?: number }): Promise<void>;
    click(x: number, y: number): Promise<void>;
    wheel(by: { x: number; y: number }): Promise<void>;
  };
  readonly keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
  /** Errors and warnings the page's console showed, and uncaught exceptions. */
  readonly complaints: string[];
  setInputFile(selector: string, path: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
};

export type TestBrowser = {
  readonly name: BrowserName;
  /** Origin of the extension's own pages; empty if none is installed. */
  readonly extensionOrigin: string;
  newPage(): Promise<TestPage>;
  close(): Promise<void>;
};

export type LaunchOptions = {
  /** Folder of a built extension; without one the browser starts bare. */
  readonly extension?: string;
  readonly headless?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number };
  readonly colorScheme?: 'light' | 'dark';
};

const FIREFOX_ID = 'sidelight@sidelight.example';
/** Firefox gives each installed extension a random host; the tests give it one they know. */
const FIREFOX_HOST = '5ade1164-0000-4000-8000-000000000001';
const DEFAULT_VIEWPORT = { width: 1000, height: 800 };

/** Where this project puts its builds. */
export const BUILDS: Readonly<Record<BrowserName, string>> = {
  chromium: resolve('.output/chrome-mv3'),
  firefox: resolve('.output/firefox-mv3'),
};

const PATHS: Readonly<Record<BrowserName, readonly string[]>> = {
  chromium: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
  ],
  firefox: ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'],
};

const VARIABLES: Readonly<Record<BrowserName, string>> = { chromium: 'CHROMIUM_PATH', firefox: 'FIREFOX_PATH' };

const INSTALL_COMMANDS: Readonly<Record<BrowserName, string>> = {
  chromium: 'apt-get update && apt-get install -y chromium',
  firefox: 'apt-get update && apt-get install -y firefox-esr',
};

/** The browser's program; null where none is installed. */
export function findBrowser(name: BrowserName): string | null {
  const named = process.env[VARIABLES[name]];
  if (named !== undefined) return named;
  return PATHS[name].find((path) => existsSync(path)) ?? null;
}

/** The one command that installs the browser on Debian. */
export const installCommand = (name: BrowserName): string => INSTALL_COMMANDS[name];

function requireBrowser(name: BrowserName): string {
  const path = findBrowser(name);
  if (path !== null) return path;
  throw new Error(
    `No ${name} found. On Debian or Ubuntu, as root: ${installCommand(name)}. Elsewhere, set ${VARIABLES[name]} to its program.`,
  );
}

/** Starts a real browser with a fresh profile, and with the extension if one is given. */
export const launch = (name: BrowserName, options: LaunchOptions = {}): Promise<TestBrowser> =>
  name === 'chromium' ? launchChromium(options) : launchFirefox(options);

async function launchChromium({
  extension,
  headless = true,
  viewport = DEFAULT_VIEWPORT,
  colorScheme = 'light',
}: LaunchOptions): Promise<TestBrowser> {
  const profile = await mkdtemp(join(tmpdir(), 'sidelight-chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: requireBrowser('chromium'),
    headless: false,
    viewport,
    colorScheme,
    args: [
      ...(headless ? ['--headless=new'] : []),
      '--no-sandbox',
      '--no-first-run',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...(extension === undefined ? [] : [`--load-extension=${extension}`, `--disable-extensions-except=${extension}`]),
    ],
  });
  let extensionOrigin = '';
  if (extension !== undefined) {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
    extensionOrigin = new URL(worker.url()).origin;
  }
  return {
    name: 'chromium',
    extensionOrigin,
    async newPage() {
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      const { mouse } = page;
      return Object.assign(page as unknown as TestPage, {
        complaints,
        mouse: {
          move: (x: number, y: number, moves?: { steps?: number }) => mouse.move(x, y, moves),
          click: (x: number, y: number) => mouse.click(x, y),
          wheel: (by: { x: number; y: number }) => mouse.wheel(by.x, by.y),
        },
        setInputFile: (selector: string, path: string) => page.setInputFiles(selector, path),
        resize: (width: number, height: number) => page.setViewportSize({ width, height }),
      });
    },
    async close() {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}

async function launchFirefox({
  extension,
  headless = true,
  viewport = DEFAULT_VIEWPORT,
  colorScheme = 'light',
}: LaunchOptions): Promise<TestBrowser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: requireBrowser('firefox'),
    headless,
    defaultViewport: viewport,
    // Lets the tests open the extension's own pages.
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_HOST }),
      'layout.css.prefers-color-scheme.content-override': colorScheme === 'dark' ? 0 : 1,
    },
  });
  if (extension !== undefined) await browser.installExtension(extension);
  return {
    name: 'firefox',
    extensionOrigin: extension === undefined ? '' : `moz-extension://${FIREFOX_HOST}`,
    async newPage() {
      const page = await browser.newPage();
      const complaints: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'error' || message.type() === 'warn') complaints.push(message.text());
      });
      page.on('pageerror', (error) => complaints.push(String(error)));
      const { mouse } = page;
      return Object.defineProperties(page as unknown as TestPage, {
        complaints: { value: complaints },
        mouse: {
          value: {
            move: (x: number, y: number, moves?: { steps?: number }) => mouse.move(x, y, moves),
            click: (x: number, y: number) => mouse.click(x, y),
            wheel: (by: { x: number; y: number }) => mouse.wheel({ deltaX: by.x, deltaY: by.y }),
          },
        },
        setInputFile: {
          async value(selector: string, path: string) {
            const input = await page.$(selector);
            await (input as { uploadFile(path: string): Promise<void> } | null)?.uploadFile(path);
          },
        },
        resize: { value: (width: number, height: number) => page.setViewport({ width, height }) },
      });
    },
    close: () => browser.close(),
  };
}
