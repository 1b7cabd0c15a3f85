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
    ['manager', '.pack-title'],
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
});
