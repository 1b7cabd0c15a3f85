import { describe, expect, test } from 'vitest';
import { BROWSERS, type TestPage } from '../drive.ts';
import { openManager, request } from '../own-page.ts';
import { expectCard, expectMarks, expectNoCard, hover, until } from '../reader.ts';
import { useStage } from '../stage.ts';

const article = (text: string): string =>
  `<!doctype html><meta charset="utf-8"><title>Article</title><script>addEventListener('pageshow', (event) => { window.persisted = event.persisted; })</script><p>${text}</p>`;

const isPersisted = () => (window as unknown as { persisted?: boolean }).persisted === true;

/** Waits for the page's own word that it lay in the cache: Firefox has its address before `pageshow` is heard. */
const expectPersisted = (page: TestPage): Promise<boolean> =>
  until(() => page.evaluate(isPersisted, null), Boolean, 'the page from the cache');

/** Goes back as the user does, to a page that lay in the back/forward cache. */
async function goBack(page: TestPage, path: string): Promise<void> {
  await page.evaluate(() => void setTimeout(() => history.back(), 0), null);
  await until(
    () => page.evaluate(() => location.pathname, null).catch(() => ''),
    (place) => place === path,
    `the page ${path}`,
  );
}

describe.each(BROWSERS)('a page in the back/forward cache in %s', (name) => {
  const stage = useStage(
    name,
    { '/one': () => article('Yesterday Huawei grew.'), '/two': () => article('Today Baidu grew.') },
    // Playwright switches the cache off.
    name === 'chromium' ? { backForwardCache: true } : null,
  );

  async function openOne(): Promise<TestPage> {
    const page = await stage.open('/one');
    await expectMarks(page, ['Huawei']);
    return page;
  }

  test.each([
    'before a card was shown',
    'after a card was shown and closed',
    'after the pointer left a card and something else was pressed',
    'with a card open',
  ])('M10: stays eligible and has its marks when it comes back, %s', async (state) => {
    const page = await openOne();
    if (state !== 'before a card was shown') {
      await hover(page, 'p', 'Huawei');
      await expectCard(page, 'Huawei');
    }
    if (state === 'after a card was shown and closed') {
      await page.keyboard.press('Escape');
      await expectNoCard(page);
    }
    if (state === 'after the pointer left a card and something else was pressed') {
      await page.mouse.move(900, 700);
      await expectNoCard(page);
      await page.mouse.click(900, 700);
    }
    await page.goto(`${stage.origin}/two`);
    await expectMarks(page, ['Baidu']);
    await goBack(page, '/one');
    if (state !== 'with a card open') await expectPersisted(page);
    await expectMarks(page, ['Huawei']);
    await page.mouse.move(900, 700);
    await hover(page, 'p', 'Huawei');
    await expectCard(page, 'Huawei');
    expect(page.complaints).toEqual([]);
    await page.close();
  });

  test('M10: respects settings that changed meanwhile', async () => {
    const page = await openOne();
    const manager = await openManager(stage);
    await page.bringToFront();
    await page.goto(`${stage.origin}/two`);
    await expectMarks(page, ['Baidu']);
    await request(manager, 'page.setEnabled', { enabled: false });
    await expectMarks(page, []);
    await goBack(page, '/one');
    await expectPersisted(page);
    await expectMarks(page, []);
    await page.evaluate(() => void setTimeout(() => history.forward(), 0), null);
    await request(manager, 'page.setEnabled', { enabled: true });
    await expectMarks(page, ['Baidu']);
    await goBack(page, '/one');
    await expectMarks(page, ['Huawei']);
    await Promise.all([manager.close(), page.close()]);
  });
});
