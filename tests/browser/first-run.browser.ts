import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BUILDS } from './find-browser.ts';
import { BROWSERS, launch, type TestBrowser, type TestPage } from './drive.ts';
import { violationsOf } from './find-violations.ts';
import { until } from './reader.ts';
import { act, clickOn } from './stage.ts';

const WELCOME = '/manager.html#/welcome';
/** A background whose first import is cut off is woken for it by an alarm, a minute later. */
const FIRST_IMPORT_PATIENCE_MS = 100_000;

type Shown = { readonly names: readonly string[]; readonly card: string | null };

const read = (page: TestPage): Promise<Shown> =>
  page.evaluate(
    () => ({
      names: [...document.querySelectorAll('.sample-mark')].map(({ textContent }) => textContent),
      card: document.querySelector('.sample-card #card-name')?.textContent ?? null,
    }),
    null,
  );

const expectCard = (page: TestPage, name: string | null): Promise<Shown> =>
  until(
    () => read(page),
    ({ card }) => card === name,
    `the card of ${name ?? 'nobody'}`,
  );

/** The middle of the name that stands at this place among the marked ones. */
const placeOf = (page: TestPage, at: number): Promise<{ x: number; y: number }> =>
  page.evaluate((position) => {
    const box = document.querySelectorAll('.sample-mark')[position]?.getBoundingClientRect() ?? new DOMRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  }, at);

describe.each(BROWSERS)('the first run in %s', (name) => {
  let browser: TestBrowser;
  let page: TestPage;
  const countWelcomes = async (): Promise<number> =>
    (await browser.addresses()).filter((address) => address.endsWith(WELCOME)).length;

  beforeAll(async () => {
    browser = await launch(name, { extension: BUILDS[name], keepsFirstRun: true });
  });
  afterAll(() => browser.close());

  test('opens its page by itself, once', async () => {
    await until(countWelcomes, (count) => count === 1, 'the first page');
    await browser.closePages();
    page = await browser.newPage();
    await page.gotoOwnPage(`${browser.extensionOrigin}${WELCOME}`);
    await page.bringToFront();
    await until(
      () => read(page),
      ({ names }) => names.includes('Huawei'),
      'the names of the article',
      FIRST_IMPORT_PATIENCE_MS,
    );
    expect((await read(page)).names).toEqual(['Huawei', 'SenseTime', 'Baidu', 'Alibaba', 'Tencent']);
    expect(await countWelcomes()).toBe(1);
  });

  test('shows the card of a name the pointer rests on, until it leaves', async () => {
    const { x, y } = await placeOf(page, 0);
    await page.mouse.move(x, y);
    await expectCard(page, 'Huawei');
    expect(await violationsOf(page)).toEqual([]);
    await page.mouse.move(2, 2);
    await expectCard(page, null);
  });

  test('shows it by keyboard too', async () => {
    await act(page, '.sample-mark', 'focus');
    await expectCard(page, 'Huawei');
    await page.keyboard.press('Escape');
    await expectCard(page, null);
    await page.keyboard.press('Enter');
    await expectCard(page, 'Huawei');
    await page.keyboard.press('Escape');
  });

  test('has the pack that comes with it switched off and on', async () => {
    await clickOn(page, '.welcome .switch');
    await until(
      () => read(page),
      ({ names }) => names.length === 0,
      'no names',
    );
    await clickOn(page, '.welcome .switch');
    await until(
      () => read(page),
      ({ names }) => names.length === 5,
      'the names again',
    );
  });

  test('has nothing wrong by axe, and ends in the library', async () => {
    expect(await violationsOf(page)).toEqual([]);
    await clickOn(page, '[data-finish]');
    await until(
      () => page.evaluate(() => location.hash, null),
      (hash) => hash === '#/library',
      'the library',
    );
  });

  test('says what is new after an update, in manager and popup, until it is dismissed', async () => {
    const count = (selector: string) => page.evaluate((wanted) => document.querySelectorAll(wanted).length, selector);
    const expectCount = (selector: string, wanted: number) =>
      until(
        () => count(selector),
        (found) => found === wanted,
        selector,
      );
    expect(await count('.news')).toBe(0);
    await page.evaluate(async () => {
      const { browser: gecko, chrome: chromium } = globalThis as unknown as {
        browser?: typeof chrome;
        chrome: typeof chrome;
      };
      await (gecko ?? chromium).storage.local.set({ seenNews: '0.0.1' });
    }, null);
    await page.gotoOwnPage(`${browser.extensionOrigin}/popup.html`);
    await expectCount('[data-news]', 1);
    await page.gotoOwnPage(`${browser.extensionOrigin}/manager.html#/packs`);
    await expectCount('.news', 1);
    expect(await violationsOf(page)).toEqual([]);
    await clickOn(page, '[data-dismiss-news]');
    await expectCount('.news', 0);
    await page.gotoOwnPage(`${browser.extensionOrigin}/popup.html`);
    await until(
      () => count('[role="switch"]'),
      (switches) => switches > 0,
      'the popup',
    );
    expect(await count('[data-news]')).toBe(0);
  });
});
