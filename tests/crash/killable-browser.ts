import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { endWithRun } from '../browser/run-folder.ts';
import { BUILDS, requireBrowser } from '../browser/find-browser.ts';
import type { BrowserName } from '../browser/test-browser.ts';
import { createChromiumStop, createFirefoxStop } from './stop-background.ts';

const FIREFOX_ID = 'sidelight@sidelight.example';
/** Its host would be another after each installation, and so would its store. */
const FIREFOX_HOST = '5ade1164-0000-4000-8000-000000000002';

/** A browser with the extension on a profile that outlives it. */
export type KillableBrowser = {
  /** Opens a page of the extension and runs a script in it. */
  openOwnPage(path: string, script: string): Promise<Page>;
  /** Ends the background in the middle of whatever it does; the next event starts it again. */
  createBackgroundStop(): Promise<() => Promise<void>>;
  /** Ends every process of it with SIGKILL. */
  kill(): Promise<void>;
};

export async function startKillable(name: BrowserName, profile: string): Promise<KillableBrowser> {
  const browser = await (name === 'chromium' ? startChromium(profile) : startFirefox(profile));
  const child = browser.process();
  const { pid } = child ?? {};
  endWithRun(pid);
  const extensionOrigin = name === 'chromium' ? chromiumOrigin(BUILDS.chromium) : `moz-extension://${FIREFOX_HOST}`;
  return {
    async openOwnPage(path, script) {
      const page = await browser.newPage();
      await gotoOwnPage(page, `${extensionOrigin}${path}`);
      await page.evaluate(script);
      return page;
    },
    createBackgroundStop: () =>
      name === 'chromium' ? createChromiumStop(browser, extensionOrigin) : Promise.resolve(createFirefoxStop(browser)),
    async kill() {
      if (child === null || pid === undefined) throw new Error('the browser has no process');
      const gone = new Promise((resolve) => {
        if (child.exitCode !== null || child.signalCode !== null) resolve(null);
        else child.once('exit', resolve);
      });
      // Puppeteer makes it the leader of a group: its helpers are in it.
      process.kill(-pid, 'SIGKILL');
      await gone;
      // Puppeteer puts the preferences it has changed back, and must not do that while the next browser starts.
      while (readdirSync(profile).some((file) => file.endsWith('.puppeteer'))) await sleep(20);
    },
  };
}

const startChromium = (profile: string): Promise<Browser> =>
  puppeteer.launch({
    browser: 'chrome',
    executablePath: requireBrowser('chromium'),
    headless: true,
    userDataDir: profile,
    enableExtensions: true,
    args: [
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Asks nothing about the crash that was meant.
      '--hide-crash-restore-bubble',
      `--load-extension=${BUILDS.chromium}`,
      `--disable-extensions-except=${BUILDS.chromium}`,
    ],
  });

async function startFirefox(profile: string): Promise<Browser> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: requireBrowser('firefox'),
    headless: true,
    userDataDir: profile,
    args: ['--remote-allow-system-access'],
    extraPrefsFirefox: {
      'extensions.webextensions.uuids': JSON.stringify({ [FIREFOX_ID]: FIREFOX_HOST }),
      'extensions.webextensions.keepStorageOnUninstall': true,
      'extensions.webextensions.keepUuidOnUninstall': true,
      // After some crashes in a row it would ask whether to start without extensions.
      'toolkit.startup.max_resumed_crashes': -1,
      'browser.sessionstore.resume_from_crash': false,
    },
  });
  await browser.installExtension(BUILDS.firefox);
  return browser;
}

/** Neither driver reports the end of every navigation to an extension's page, so the page itself is asked. */
async function gotoOwnPage(page: Page, url: string): Promise<void> {
  void page.goto(url).catch(() => {});
  const isThere = () =>
    page.evaluate((wanted) => location.href.startsWith(wanted) && document.readyState === 'complete', url);
  while (!(await isThere().catch(() => false))) await sleep(25);
}

/** Chromium names an unpacked extension after the folder it lies in: half of its SHA-256, spelt in a to p. */
function chromiumOrigin(folder: string): string {
  const half = createHash('sha256').update(folder).digest('hex').slice(0, 32);
  const id = half.replace(/./g, (digit) => String.fromCharCode(0x61 + Number.parseInt(digit, 16)));
  return `chrome-extension://${id}`;
}
