import { describe, expect, test } from 'vitest';
import { openManager } from '../own-page.ts';
import { expectMarks, until } from '../reader.ts';
import { useStage } from '../stage.ts';

// Only Firefox lets the user, and the extension itself, take back the access to sites that the manifest asks for.
describe('access to sites taken back in firefox', () => {
  const stage = useStage(
    'firefox',
    {
      '/news': () => '<!doctype html><meta charset="utf-8"><title>News</title><p>Yesterday Huawei grew.</p>',
    },
    {},
  );

  async function takeBack(): Promise<void> {
    const manager = await openManager(stage);
    await manager.evaluate(async () => {
      const { browser } = globalThis as unknown as { browser: typeof chrome };
      await browser.permissions.remove({ origins: ['http://*/*', 'https://*/*'] });
    }, null);
    await until(
      () =>
        manager.evaluate(() => {
          const { browser } = globalThis as unknown as { browser: typeof chrome };
          return browser.permissions.contains({ origins: ['http://*/*'] });
        }, null),
      (granted) => !granted,
      'access taken back',
    );
    await manager.close();
  }

  test('M17: an open page and a new one show no error', async () => {
    const open = await stage.open('/news');
    await expectMarks(open, ['Huawei']);
    await takeBack();
    const later = await stage.open('/news');
    await expectMarks(later, []);
    expect([...open.complaints, ...later.complaints]).toEqual([]);
    await Promise.all([open.close(), later.close()]);
  });

  test('M17: the popup says so and offers a button', async () => {
    await takeBack();
    const page = await stage.open('/news');
    const popup = await openManager(stage);
    // Without access the addresses of tabs are hidden, so the newest web page is found by its number.
    const tab = await popup.evaluate(async () => {
      const { browser } = globalThis as unknown as { browser: typeof chrome };
      const own = await browser.tabs.getCurrent();
      const tabs = await browser.tabs.query({});
      return Math.max(...tabs.flatMap(({ id }) => (id === undefined || id === own?.id ? [] : [id])));
    }, null);
    await popup.gotoOwnPage(`${stage.browser.extensionOrigin}/popup.html?tab=${tab}`);
    await until(
      () => popup.evaluate(() => document.querySelectorAll('[role="switch"]').length, null),
      (count) => count > 0,
      'the popup',
    );
    const text = await popup.evaluate(() => document.body.textContent ?? '', null);
    const buttons = await popup.evaluate(
      () => [...document.querySelectorAll('button')].map((button) => button.textContent ?? ''),
      null,
    );
    await Promise.all([popup.close(), page.close()]);
    expect(text).toMatch(/permission|access|allow/i);
    expect(buttons.join()).toMatch(/allow|grant|access/i);
  });
});
