import type { Browser } from 'puppeteer-core';
import { bidiOf } from '../browser/bidi-tabs.ts';

/** The extension as the code of Firefox itself knows it. */
const FIREFOX_EXTENSION = "WebExtensionPolicy.getByID('sidelight@sidelight.example').extension";

/** Has Chromium end the service worker, as it does when it has been idle; resolves when it has stopped. */
export async function createChromiumStop(browser: Browser, extensionOrigin: string): Promise<() => Promise<void>> {
  // A picture: pages of the extension would wake what is to be stopped.
  const page = await browser.newPage();
  await page.goto(`${extensionOrigin}/icons/16.png`);
  const session = await page.createCDPSession();
  let onStopped = (): void => {};
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    if (versions.length > 0 && versions.every(({ runningStatus }) => runningStatus === 'stopped')) onStopped();
  });
  await session.send('ServiceWorker.enable');
  return async () => {
    const stopped = new Promise<void>((resolve) => {
      onStopped = resolve;
      // It had ended already.
      setTimeout(resolve, 2000);
    });
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped;
  };
}

/** Has Firefox end the event page, whatever it is doing; resolves when it is gone. */
export function createFirefoxStop(browser: Browser): () => Promise<void> {
  const connection = bidiOf(browser);
  return async () => {
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const [window] = (result as { readonly contexts: readonly { readonly context: string }[] }).contexts;
    await connection.send('script.evaluate', {
      expression: `${FIREFOX_EXTENSION}.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true })`,
      target: { context: window?.context },
      awaitPromise: true,
    });
  };
}
