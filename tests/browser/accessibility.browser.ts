import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveArticles, type ArticleServer } from './article-server.ts';
import { BROWSERS, launch, type TestBrowser, type TestFrame, type TestPage } from './drive.ts';
import { BUILDS } from './find-browser.ts';
import { expectCard, expectMarks, hover, until } from './reader.ts';
import { ARTICLES } from './stage.ts';
import { tabOf } from './tab-of.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type AxeWindow = { axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> } };

/** What axe finds wrong with a page of ours: a rule and an element for each violation. */
async function violationsOf(frame: TestFrame): Promise<string[]> {
  // As text, which the driver runs past the page's own policy.
  await frame.evaluate(`${AXE}; 0`);
  return frame.evaluate(async () => {
    const { violations } = await (globalThis as unknown as AxeWindow).axe.run();
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, null);
}

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
