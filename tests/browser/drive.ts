import { launchChromium } from './drive-chromium.ts';
import { launchFirefox } from './drive-firefox.ts';

import type { BrowserName, LaunchOptions, TestBrowser } from './test-browser.ts';

export { BROWSERS, type BrowserName, type TestBrowser, type TestFrame, type TestPage } from './test-browser.ts';

/** Starts a real browser with a fresh profile, and with the extension if one is given. */
export const launch = (name: BrowserName, options: LaunchOptions = {}): Promise<TestBrowser> =>
  name === 'chromium' ? launchChromium(options) : launchFirefox(options);
