import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serveArticles, type ArticleServer } from '../browser/article-server.ts';
import { launch, type BrowserName, type TestBrowser, type TestPage } from '../browser/drive.ts';
import { BUILDS } from '../browser/find-browser.ts';
import { expectMarks } from '../browser/reader.ts';
import { isThorough } from '../browser/thoroughness.ts';

const PAGES = resolve('../shared/pages');
const ALL_NAMES = readdirSync(PAGES).filter((name) => name.endsWith('.html'));

/** Every page in one of the browsers, and in both if all is to be tried: together that takes some minutes. */
const namesFor = (browser: BrowserName): readonly string[] =>
  ALL_NAMES.filter((_, position) => isThorough || position % 2 === (browser === 'chromium' ? 0 : 1));

/** The pages only need to hold still: no script of theirs runs, and nothing is fetched from anywhere. */
const STILL = { 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; img-src data:" };

/** Time for the scout to read a page and the annotator to mark it. */
const SETTLE_MS = 900;

/** Saved pages with and without the extension in one browser. A file for each browser runs beside the other. */
export function testSavedPages(name: BrowserName): void {
  let server: ArticleServer;
  let bare: TestBrowser;
  let equipped: TestBrowser;
  let plain: TestPage;
  let read: TestPage;

  beforeAll(async () => {
    server = await serveArticles(PAGES, { '/ready': () => '<p>Huawei</p>' }, STILL);
    [bare, equipped] = [await launch(name), await launch(name, { extension: BUILDS[name] })];
    [plain, read] = [await bare.newPage(), await equipped.newPage()];
    await read.goto(`${server.origin}/ready`);
    await expectMarks(read, ['Huawei']);
  });
  afterAll(async () => {
    await bare.close();
    await equipped.close();
    await server.close();
  });

  test.each(namesFor(name))('%s: the same DOM, layout and console', async (page) => {
    const url = `${server.origin}/${encodeURIComponent(page)}`;
    const html = (where: TestPage) => where.evaluate(() => document.documentElement.outerHTML, null);
    const boxes = (where: TestPage) => where.evaluate(listBoxes, null);
    const complaints = (where: TestPage, since: number) => where.complaints.slice(since).toSorted();
    const before = [plain.complaints.length, read.complaints.length] as const;
    await Promise.all([plain.goto(url), read.goto(url)]);
    await sleep(SETTLE_MS);
    expect(await html(read)).toBe(await html(plain));
    expect(await boxes(read)).toBe(await boxes(plain));
    expect(complaints(read, before[1])).toEqual(complaints(plain, before[0]));
  });
}

/** Runs in the page: every element with its place and size, to a tenth of a pixel. */
function listBoxes(): string {
  const round = (length: number): number => Math.round(length * 10) / 10;
  return [...document.querySelectorAll('*')]
    .map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return `${element.localName} ${[left, top, width, height].map(round).join(' ')}`;
    })
    .join('\n');
}
