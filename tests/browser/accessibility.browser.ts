import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveArticles, type ArticleServer } from './article-server.ts';
import { BROWSERS, launch, type TestBrowser, type TestPage } from './drive.ts';
import { BUILDS } from './find-browser.ts';
import { violationsOf } from './find-violations.ts';
import { expectCard, expectMarks, hover, until } from './reader.ts';
import { ARTICLES } from './stage.ts';
import { tabOf } from './tab-of.ts';

const THEMES = ['light', 'dark'] as const;
const CARD_COLORS = { light: 'rgb(255, 255, 255)', dark: 'rgb(29, 32, 36)' };

describe.each(BROWSERS.flatMap((name) => THEMES.map((theme) => [name, theme] as const)))('in %s, %s', (name, theme) => {
  let server: ArticleServer;
  let browser: TestBrowser;
  let article: TestPage;

  beforeAll(async () => {
    server = await serveArticles(ARTICLES, { '/article': () => '<title>News</title><p>SenseTime met Huawei.</p>' });
    browser = await launch(name, { extension: BUILDS[name], colorScheme: theme });
    article = await browser.newPage();
    await article.goto(`${server.origin}/article`);
    await expectMarks(article, ['SenseTime', 'Huawei']);
  });
  afterAll(async () => {
    await browser.close();
    await server.close();
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
    const page = await browser.newPage();
    await page.gotoOwnPage(`${browser.extensionOrigin}/manager.html`);
    await page.gotoOwnPage(`${browser.extensionOrigin}/${file}.html?tab=${await tabOf(page, article)}`);
    await until(
      () => page.evaluate((wanted) => document.querySelectorAll(wanted).length, selector),
      (count) => count > 0,
      `the ${file}`,
    );
    expect(await violationsOf(page)).toEqual([]);
    await page.close();
  });
});
