import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseSettings } from '../choose-settings.ts';
import { BROWSERS, launch, type TestBrowser } from '../drive.ts';
import { BUILDS } from '../find-browser.ts';
import { expectMarks } from '../reader.ts';
import { documentWith, pathOf, type HostilePage } from './hostile-page.ts';
import { isThorough } from '../thoroughness.ts';
import { createPagePool, type PagePool } from './page-pool.ts';
import { serveHostilePages, type HostileServer } from './hostile-server.ts';
import { HOSTILE_PAGES } from './all-pages.ts';
import { visit, type Visit } from './visit.ts';

const READY: HostilePage = { id: 'ready', title: 'page', main: documentWith('<p>Huawei</p>'), marks: ['Huawei'] };

const isFirstOfItsKind = ({ id }: HostilePage, position: number): boolean =>
  HOSTILE_PAGES.findIndex((page) => page.id === id) === position;

/** One page of each threat and fault, and one in nine of the others, unless all are asked for. */
const PAGES = HOSTILE_PAGES.filter(
  (page, position) => isThorough || isFirstOfItsKind(page, position) || position % 9 === 2,
);

type Side = { readonly browser: TestBrowser; readonly server: HostileServer; readonly pool: PagePool };

/** A browser and a server that only it talks to. */
async function start(name: (typeof BROWSERS)[number], extension?: string): Promise<Side> {
  const server = await serveHostilePages([READY, ...PAGES]);
  const browser = await launch(name, extension === undefined ? {} : { extension });
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
    [marked, bare] = await Promise.all([start(name, BUILDS[name]), start(name)]);
    for (const { browser, server } of [marked, bare]) {
      const page = await browser.newPage();
      await page.goto(server.origin + pathOf(READY));
      // The first run imports the default pack.
      if (browser === marked.browser) await expectMarks(page, ['Huawei']);
      await page.close();
    }
    // Of every name, not only of the first in a section: the lists of expected marks are easier to read.
    await chooseSettings(marked.browser, { density: 'every' });
  });
  afterAll(async () => {
    for (const side of [marked, bare]) {
      await side.browser.close();
      await side.server.close();
    }
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
