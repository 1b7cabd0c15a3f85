import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { BrowserName } from './test-browser.ts';

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

/** The browser's program. @throws with the command that installs it. */
export function requireBrowser(name: BrowserName): string {
  const path = findBrowser(name);
  if (path !== null) return path;
  throw new Error(
    `No ${name} found. On Debian or Ubuntu, as root: ${installCommand(name)}. Elsewhere, set ${VARIABLES[name]} to its program.`,
  );
}
