import { beforeAll, describe, expect, test } from 'vitest';
import { chooseSettings } from './choose-settings.ts';
import { BROWSERS, type TestPage } from './drive.ts';
import { openManager, request } from './own-page.ts';
import { expectMarks, until } from './reader.ts';
import { clickOn, useStage } from './stage.ts';

const troubleOf = (page: TestPage): Promise<string | null> =>
  page.evaluate(() => document.querySelector('[data-trouble]')?.getAttribute('data-trouble') ?? null, null);

/** As if a newer Sidelight had been there: the store has a version that this one does not know. */
const makeStoreNewer = (manager: TestPage): Promise<void> =>
  manager.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const opening = indexedDB.open('sidelight', 99);
        opening.onsuccess = () => {
          opening.result.close();
          done();
        };
        opening.onerror = () => fail(new Error(opening.error?.message));
      }),
    null,
  );

describe.each(BROWSERS)('S6, S8: a store that cannot be opened, in %s', (name) => {
  const stage = useStage(name, {}, {});
  let manager: TestPage;
  beforeAll(async () => {
    await chooseSettings(stage.browser, { density: 'every' });
    manager = await openManager(stage);
    await makeStoreNewer(manager);
  });

  test.each(['manager.html#/packs', 'manager.html#/own', 'manager.html#/health', 'popup.html'])(
    '%s says so in plain words',
    async (address) => {
      const page = await stage.browser.newPage();
      await page.gotoOwnPage(`${stage.browser.extensionOrigin}/${address}`);
      expect(
        await until(
          () => troubleOf(page),
          (trouble) => trouble !== null,
          'the trouble',
        ),
      ).toBe('newer');
      expect(await page.evaluate(() => document.body.textContent, null)).toContain('Nothing has been deleted');
      await clickOn(page, '[data-trouble] button');
      expect(await troubleOf(page)).toBe('newer');
      await page.close();
    },
  );

  test('can be filled again from what is kept beside it; settings survive', async () => {
    expect(await request(manager, 'page.beginAnew', {})).toMatchObject({ ok: true });
    const health = (await request(manager, 'page.health', {})) as {
      value: { trouble: unknown; packs: { id: string }[] };
    };
    expect(health.value).toMatchObject({ trouble: null, packs: [{ id: 'china-ai' }] });
    expect(await request(manager, 'page.settings', {})).toMatchObject({ value: { settings: { density: 'every' } } });
    const page = await stage.open('/ready');
    await expectMarks(page, ['Huawei']);
    await page.close();
  });
});
