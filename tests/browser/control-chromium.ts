import type { BrowserContext, Page } from 'playwright-core';
import type { ExtensionControl } from './test-browser.ts';

/** What Chromium's own page of extensions can call. */
type ExtensionsPage = {
  management: { setEnabled(id: string, enabled: boolean): Promise<void> };
  developerPrivate: { updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void> };
};

export function controlInChromium(context: BrowserContext, extensionOrigin: string): ExtensionControl {
  const inTab = async (url: string, run: (page: Page) => Promise<void>): Promise<void> => {
    const page = await context.newPage();
    await page.goto(url);
    await run(page);
    await page.close().catch(() => {});
  };
  return {
    // From a picture of the extension: its pages would wake what is to be stopped.
    stopBackground: () =>
      inTab(`${extensionOrigin}/icons/16.png`, async (page) => {
        const session = await context.newCDPSession(page);
        const stopped = new Promise<void>((resolve) => {
          session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
            if (versions.length > 0 && versions.every(({ runningStatus }) => runningStatus === 'stopped')) resolve();
          });
        });
        await session.send('ServiceWorker.enable');
        await session.send('ServiceWorker.stopAllWorkers');
        await stopped;
      }),
    async reload() {
      // Without the developer mode an unpacked extension does not come back.
      await inTab('chrome://extensions', (page) =>
        page.evaluate(() =>
          (chrome as unknown as ExtensionsPage).developerPrivate.updateProfileConfiguration({ inDeveloperMode: true }),
        ),
      );
      // The page that asks goes away with the extension.
      await inTab(`${extensionOrigin}/manager.html`, (page) =>
        page.evaluate(() => chrome.runtime.reload()).catch(() => {}),
      );
    },
    remove: () =>
      inTab('chrome://extensions', (page) =>
        page.evaluate(
          (id) => (chrome as unknown as ExtensionsPage).management.setEnabled(id, false),
          new URL(extensionOrigin).host,
        ),
      ),
  };
}
