import { describe, expect, test } from 'vitest';
import { BROWSERS, type TestPage } from './drive.ts';
import { openManager } from './own-page.ts';
import { expectMarks, until } from './reader.ts';
import { clickOn, useStage } from './stage.ts';
import { tabOf } from './tab-of.ts';

const ARTICLE = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Faces &amp; phones</title>
  <meta property="article:published_time" content="2017-03-05T10:00:00Z"></head>
  <body><h1>Faces and phones</h1><p>SenseTime raised money.</p><p style="margin-top:3000px">Huawei did not. Huawei rose.</p></body></html>`;

describe.each(BROWSERS)('the brief in %s', (name) => {
  const stage = useStage(name, { '/article': () => ARTICLE, '/empty': () => '<title>Empty</title><p>Nobody.</p>' });

  async function openBrief(path: string): Promise<{ page: TestPage; brief: TestPage }> {
    const page = await stage.open(path);
    if (path === '/article') await expectMarks(page, ['SenseTime']);
    const brief = await openManager(stage);
    await brief.gotoOwnPage(`${stage.browser.extensionOrigin}/sidepanel.html?tab=${await tabOf(brief, page)}`);
    return { page, brief };
  }
  const names = (brief: TestPage): Promise<string[]> =>
    brief.evaluate(() => [...document.querySelectorAll('.brief-name')].map((head) => head.textContent ?? ''), null);

  test('lists every followed name with its mentions, facts, and what is newer than the article', async () => {
    const { page, brief } = await openBrief('/article');
    const shown = await until(
      () => names(brief),
      (found) => found.length === 2,
      'two names',
    );
    expect(shown.toSorted()).toEqual(['Huawei', 'SenseTime']);
    const text = await brief.evaluate(() => document.body.textContent ?? '', null);
    expect(text).toContain('Faces & phones');
    expect(text).toContain('3 mentions of 2 followed names');
    expect(text).toContain('newer than this article');
    expect(await brief.evaluate(() => document.querySelectorAll('.fact').length, null)).toBeGreaterThan(3);
    await brief.close();
    await page.close();
  });

  test('filters, and goes to a mention on the page', async () => {
    const { page, brief } = await openBrief('/article');
    await until(
      () => names(brief),
      (found) => found.length === 2,
      'two names',
    );
    await clickOn(brief, '.search');
    await brief.keyboard.type('huawei');
    await until(
      () => names(brief),
      (found) => found.length === 1,
      'one name',
    );
    await clickOn(brief, '[aria-label="Next mention of Huawei"]');
    await until(
      () => page.evaluate(() => window.scrollY, null),
      (top) => top > 1000,
      'the page scrolled to the mention',
    );
    await brief.close();
    await page.close();
  });

  test('follows the page', async () => {
    const { page, brief } = await openBrief('/article');
    await until(
      () => names(brief),
      (found) => found.length === 2,
      'two names',
    );
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p>Baidu too.</p>'), null);
    await until(
      () => names(brief),
      (found) => found.includes('Baidu'),
      'the name that came later',
    );
    await brief.close();
    await page.close();
  });

  test('says so where there is nothing', async () => {
    const { page, brief } = await openBrief('/empty');
    await until(
      () => brief.evaluate(() => document.body.textContent ?? '', null),
      (text) => text.includes('No followed name on this page.'),
      'the empty brief',
    );
    await brief.close();
    await page.close();
  });
});
