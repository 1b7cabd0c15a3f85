import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type TestPage } from './drive.ts';
import { violationsOf } from './find-violations.ts';
import { openManager } from './own-page.ts';
import { expectCard, expectMarks, hover, until } from './reader.ts';
import { useStage } from './stage.ts';
import { tabOf } from './tab-of.ts';

const THEMES = ['light', 'dark'] as const;
const VIEWS = [
  ...['welcome', 'library', 'entity/china-ai/huawei', 'packs', 'subscribe', 'requests', 'inbox', 'corrections'],
  ...['own', 'backup', 'settings', 'health'],
];
const CARD_COLORS = { light: 'rgb(255, 255, 255)', dark: 'rgb(29, 32, 36)' };

describe.each(BROWSERS.flatMap((name) => THEMES.map((theme) => [name, theme] as const)))('in %s, %s', (name, theme) => {
  const routes = { '/article': () => '<title>News</title><p>SenseTime met Huawei.</p>' };
  const stage = useStage(name, routes, theme === 'light' ? null : { colorScheme: theme });
  let article: TestPage;

  beforeAll(async () => {
    article = await stage.open('/article');
    await expectMarks(article, ['SenseTime', 'Huawei']);
  });

  test('axe finds nothing wrong with the card', async () => {
    await article.bringToFront();
    await hover(article, 'p', 'SenseTime');
    const card = await expectCard(article, 'SenseTime');
    expect(await violationsOf(card)).toEqual([]);
    expect(await card.evaluate(() => getComputedStyle(document.body).backgroundColor, null)).toBe(CARD_COLORS[theme]);
    await sleep(300);
    await article.screenshot({ path: resolve(`.artifacts/card-${name}-${theme}.png`) });
  });

  test.each([
    ['popup', '[role="switch"]'],
    ['sidepanel', '.brief-name'],
    ['manager', '.library-grid [role="row"]'],
  ])('nor with the %s', async (file, selector) => {
    const page = await openManager(stage);
    await page.gotoOwnPage(`${stage.browser.extensionOrigin}/${file}.html?tab=${await tabOf(page, article)}`);
    await until(
      () => page.evaluate((wanted) => document.querySelectorAll(wanted).length, selector),
      (count) => count > 0,
      `the ${file}`,
    );
    expect(await violationsOf(page)).toEqual([]);
    await page.close();
  });

  test('nor with any view of the manager', async () => {
    const page = await openManager(stage);
    const found: string[] = [];
    let last = '';
    for (const view of VIEWS) {
      await page.evaluate((hash) => void (location.hash = hash), `#/${view}`);
      const before = last;
      // Drawn, and no longer what was there before.
      last = await until(
        () => page.evaluate(() => document.querySelector<HTMLElement>('.manager-view')?.innerText ?? '', null),
        (text) => text !== '' && text !== before,
        `the view ${view}`,
      );
      found.push(...(await violationsOf(page)).map((violation) => `${view}: ${violation}`));
    }
    expect(found).toEqual([]);
    await page.close();
  });
});
