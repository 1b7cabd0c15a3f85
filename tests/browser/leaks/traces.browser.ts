import { describe, expect, test } from 'vitest';
import { BROWSERS, type TestPage } from '../drive.ts';
import { openManager } from '../own-page.ts';
import { expectCard, expectMarks, expectNoCard, hover, until } from '../reader.ts';
import { openPopup, useStage } from '../stage.ts';
import { tabOf } from '../tab-of.ts';

/** Stands in the address, the title and the text of what is read, and nowhere else. */
const MARKER = 'zq7w';
const ARTICLE = `<!doctype html><meta charset="utf-8"><title>${MARKER} title</title>
  <p>Yesterday Huawei said ${MARKER} to SenseTime.</p><p>MOST ${MARKER} people left, and most stayed.</p>`;

/** All that the extension keeps on disk, as text. */
const readStores = (own: TestPage): Promise<string> =>
  own.evaluate(async () => {
    const { browser, chrome: chromium } = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
    const kept: unknown[] = [await (browser ?? chromium).storage.local.get(null)];
    const wait = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.addEventListener('success', () => resolve(request.result));
        request.addEventListener('error', () => reject(request.error ?? new Error('the store cannot be read')));
      });
    for (const { name } of await indexedDB.databases()) {
      if (name === undefined) continue;
      const database = await wait(indexedDB.open(name));
      for (const store of database.objectStoreNames)
        kept.push(store, await wait(database.transaction(store).objectStore(store).getAll()));
      database.close();
    }
    return JSON.stringify(kept);
  }, null);

describe.each(BROWSERS)('what was read in %s', (name) => {
  const stage = useStage(name, { [`/${MARKER}`]: () => ARTICLE });

  test('T25: leaves no trace on disk: no address, no title, no word of a page', async () => {
    const page = await stage.open(`/${MARKER}?session=${MARKER}`);
    await expectMarks(page, ['Huawei', 'SenseTime']);
    for (const word of ['Huawei', 'SenseTime']) {
      await hover(page, 'body', word);
      await expectCard(page, word);
      await page.mouse.move(900, 700);
      await expectNoCard(page);
    }
    const popup = await openPopup(stage, page);
    const panel = await openManager(stage);
    await panel.gotoOwnPage(`${stage.browser.extensionOrigin}/sidepanel.html?tab=${await tabOf(panel, page)}`);
    await until(
      () => panel.evaluate(() => document.body.innerText, null),
      (text) => text.includes('SenseTime'),
      'the brief',
    );
    await Promise.all([popup.close(), page.close()]);
    const stores = await readStores(panel);
    // It was the stores that were read.
    expect(stores).toContain('SenseTime');
    expect(stores).not.toContain(MARKER);
    await panel.close();
  });
});
