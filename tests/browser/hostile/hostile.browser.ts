import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type TestBrowser } from '../drive.ts';
import { expectMarks } from '../reader.ts';
import { lendBareBrowser, lendBrowser } from '../shared-browser.ts';
import { documentWith, pathOf, type HostilePage } from './hostile-page.ts';
import { isThorough } from '../thoroughness.ts';
import { createPagePool, type PagePool } from './page-pool.ts';
import { serveHostilePages, type HostileServer } from './hostile-server.ts';
import { HOSTILE_PAGES } from './all-pages.ts';
import { visit, type Visit } from './visit.ts';

const READY: HostilePage = { id: 'ready', title: 'page', main: documentWith('<p>Huawei</p>'), marks: ['Huawei'] };

const isFirstOfItsKind = ({ id }: HostilePage, position: number): boolean =>
  HOSTILE_PAGES.findIndex((page) => page.id === id) === position;

/** One page of each threat and fault, and one in eighteen of the others, unless all are asked for. */
const PAGES = HOSTILE_PAGES.filter(
  (page, position) => isThorough || isFirstOfItsKind(page, position) || position % 18 === 2,
);

type Side = { readonly browser: TestBrowser; readonly server: HostileServer; readonly pool: PagePool };

/** A browser and a server that only it talks to. */
async function start(lent: Promise<TestBrowser>): Promise<Side> {
  const [server, browser] = await Promise.all([serveHostilePages([READY, ...PAGES]), lent]);
  return { server, browser, pool: createPagePool(browser) };
}

const visitAt = ({ browser, server, pool }: Side, page: HostilePage): Promise<Visit> =>
  pool.lend((lent) => visit(lent, page, browser, server));

const named = (pages: readonly HostilePage[]): (readonly [string, HostilePage])[] =>
  pages.map((page) => [`${page.id}: ${page.title}`, page]);

describe.each(BROWSERS)('in %s', (name) => {
  let marked: Side;
  let bare: Side;

  beforeAll(async () => {
    [marked, bare] = await Promise.all([start(lendBrowser(name)), start(lendBareBrowser(name))]);
    for (const { browser, server } of [marked, bare]) {
      const page = await browser.newPage();
      await page.goto(server.origin + pathOf(READY));
      if (browser === marked.browser) await expectMarks(page, ['Huawei']);
      await page.close();
    }
  });
  afterAll(async () => {
    for (const { server } of [marked, bare]) await server.close();
  });

  const visitBoth = (page: HostilePage): Promise<[Visit, Visit]> =>
    Promise.all([visitAt(marked, page), visitAt(bare, page)]);

  test.concurrent.for(named(PAGES.filter(({ alone }) => alone !== true)))('%s', async ([, page]) => {
    const [withUs, without] = await visitBoth(page);
    expect(withUs).toEqual(without);
  });

  test.for(named(PAGES.filter(({ alone }) => alone === true)))('%s', async ([, page]) => {
    const [withUs, without] = await visitBoth(page);
    expect(withUs).toEqual(without);
  });

  test('M6: the same requests and reports with and without the extension', () => {
    expect(marked.server.requests.toSorted()).toEqual(bare.server.requests.toSorted());
  });
});
