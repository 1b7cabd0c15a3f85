import type { TestBrowser } from './drive.ts';
import { openManager } from './own-page.ts';

/** Changes stored settings of the extension from one of its own pages. Pages opened afterwards follow them. */
export async function chooseSettings(
  browser: TestBrowser,
  changes: Readonly<Record<string, unknown>>,
  key = 'settings',
): Promise<void> {
  const page = await openManager({ browser });
  await page.evaluate(
    async ({ key: area, changes: wanted }) => {
      const { browser: gecko, chrome: chromium } = globalThis as unknown as {
        browser?: typeof chrome;
        chrome: typeof chrome;
      };
      const { local } = (gecko ?? chromium).storage;
      const stored = (await local.get(area))[area] as Record<string, unknown> | undefined;
      await local.set({ [area]: { ...stored, ...wanted } });
    },
    { key, changes },
  );
  await page.close();
}
