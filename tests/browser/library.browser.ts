import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { parseFactPack } from '../../src/core/packs/parse-fact-pack.ts';
import { libraryPack } from '../fixtures/library-pack.ts';
import { coinName } from '../fixtures/many-names.ts';
import { BROWSERS, type TestPage } from './drive.ts';
import { violationsOf } from './find-violations.ts';
import { installPack } from './layers/install-pack.ts';
import { openManager } from './own-page.ts';
import { until } from './reader.ts';
import { act, clickOn, useStage } from './stage.ts';

const COUNT = 3000;

type Shown = {
  readonly names: readonly string[];
  readonly status: string;
  readonly rowCount: number;
  readonly hash: string;
  /** The name of the row that the keyboard is at. */
  readonly active: string;
  readonly chosen: number;
};

const read = (page: TestPage): Promise<Shown> =>
  page.evaluate(() => {
    const grid = document.querySelector('.library-grid');
    const rows = [...(grid?.querySelectorAll('.library-row') ?? [])];
    const nameOf = (row: Element | null | undefined): string => row?.querySelector('a')?.textContent ?? '';
    return {
      names: rows.map(nameOf),
      status: document.querySelector('.library-count')?.textContent ?? '',
      rowCount: Number(grid?.getAttribute('aria-rowcount') ?? -1),
      hash: decodeURIComponent(location.hash),
      active: nameOf(document.getElementById(grid?.getAttribute('aria-activedescendant') ?? '')),
      chosen: document.querySelectorAll('.library-row[aria-selected="true"]').length,
    };
  }, null);

/** Saves the chosen names as a pack, and gives the text of the file. */
async function saveChosen(page: TestPage): Promise<string> {
  await page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (file: Blob) => {
      void file.text().then((text) => document.body.setAttribute('data-saved', text));
      return make(file);
    };
  }, null);
  await clickOn(page, '[data-action="export"]');
  return until(
    () => page.evaluate(() => document.body.getAttribute('data-saved') ?? '', null),
    (text) => text !== '',
    'the file',
  );
}

const expectShown = (page: TestPage, isWanted: (shown: Shown) => boolean, what: string): Promise<Shown> =>
  until(() => read(page), isWanted, what);

describe.each(BROWSERS)('the library in %s', (name) => {
  const stage = useStage(name);
  let page: TestPage;

  beforeAll(async () => {
    page = await openManager(stage);
    await installPack(page, 'library', libraryPack(COUNT));
    await page.bringToFront();
    await page.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/library`);
    await expectShown(page, ({ rowCount }) => rowCount > COUNT, 'all names of both packs');
  });

  test('has every name, few of them in the document', async () => {
    const { names, rowCount, status } = await read(page);
    expect(rowCount).toBeGreaterThan(COUNT + 100);
    expect(names.length).toBeLessThan(60);
    expect(status).toContain(rowCount.toLocaleString('en'));
    expect(await violationsOf(page)).toEqual([]);
    await page.screenshot({ path: resolve(`.artifacts/library-${name}.png`) });
  });

  test('is searched by name, alias, fact and source, in the scripts of the packs', async () => {
    const search = async (text: string): Promise<void> => {
      await page.evaluate(() => {
        const field = document.querySelector<HTMLInputElement>('.library .search');
        field?.focus();
        field?.select();
      }, null);
      await page.keyboard.type(text);
    };
    await search(coinName(1234).toLowerCase());
    await expectShown(page, ({ names }) => names[0] === coinName(1234), 'a name');
    await search('华为');
    await expectShown(page, ({ names }) => names[0] === 'Huawei', 'a name in Chinese');
    await search('yearbook fishery');
    await expectShown(
      page,
      ({ rowCount, hash }) => rowCount > 300 && rowCount < COUNT && hash.includes('fishery'),
      'a source',
    );
    await search('Sensetine');
    await expectShown(page, ({ names }) => names[0] === 'SenseTime', 'what is misspelt');
    expect(page.complaints).toEqual([]);
  });

  test('is narrowed by filters that stand in the address; the back button takes them back', async () => {
    await page.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/library?pack=library`);
    await expectShown(page, ({ rowCount }) => rowCount === COUNT, 'one pack');
    await clickOn(page, '[data-filter="agency"]');
    await expectShown(page, ({ rowCount, hash }) => rowCount === COUNT / 5 && hash.includes('type=agency'), 'agencies');
    await clickOn(page, '[data-filter="opinion"]');
    await expectShown(page, ({ rowCount }) => rowCount === COUNT / 20, 'opinions about agencies');
    await page.evaluate(() => history.back(), null);
    await expectShown(
      page,
      ({ rowCount, hash }) => rowCount === COUNT / 5 && !hash.includes('opinion'),
      'one step back',
    );
    await page.gotoOwnPage(
      `${stage.browser.extensionOrigin}/manager.html#/library?pack=library&disputed=yes&from=2010-01-01&to=2019-12-31&sort=newest`,
    );
    const { rowCount } = await expectShown(page, ({ rowCount: count }) => count > 0 && count < 31, 'a bookmark');
    expect(rowCount).toBe(
      Array.from({ length: COUNT }, (_, n) => n).filter((n) => n % 101 === 7 && n % 25 >= 10 && n % 25 < 20).length,
    );
  });

  test('is walked by keyboard, and remembers the place', async () => {
    await page.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/library?pack=library`);
    const { names } = await expectShown(page, ({ rowCount }) => rowCount === COUNT, 'one pack');
    await act(page, '.library .search', 'focus');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expectShown(page, ({ active }) => active === names[1], 'the second');
    await page.keyboard.press(' ');
    await expectShown(page, ({ chosen }) => chosen === 1, 'chosen');
    await clickOn(page, '.library-selection .button');
    await until(
      () => page.evaluate(() => document.querySelector('.library-selection .button')?.textContent ?? '', null),
      (label) => label === 'Copied',
      'the copy',
    );
    const saved = parseFactPack(await saveChosen(page));
    expect(saved.ok && saved.value.entities[0]?.name).toBe(names[1]);
    expect(saved.ok && saved.value.header.license).toBe('CC0-1.0');
    await until(
      () => page.evaluate(() => document.querySelector('[data-action="export"]')?.textContent ?? '', null),
      (label) => label === 'Saved',
      'that it is saved',
    );
    await act(page, '.library-grid', 'focus');
    await page.keyboard.press('End');
    const { active: last } = await expectShown(page, ({ active }) => active !== names[1] && active !== '', 'the last');
    await page.keyboard.press('PageUp');
    await expectShown(page, ({ active }) => active !== last && active !== '', 'a page up');
    await page.keyboard.press('End');
    await expectShown(page, ({ active }) => active === last, 'the last again');
    await page.keyboard.press('Enter');
    await until(
      () => page.evaluate(() => document.querySelector('.entity-page h1')?.textContent ?? '', null),
      (title) => title === last,
      'its page',
    );
    await page.evaluate(() => history.back(), null);
    await expectShown(page, ({ names: shown }) => shown.includes(last), 'the place it was left at');
    await sleep(100);
    expect(await violationsOf(page)).toEqual([]);
    expect(page.complaints).toEqual([]);
  });

  test('REGRESSION: what is being typed is not overdrawn by a drawing that began before, however slow the storage', async () => {
    const manager = await openManager(stage);
    await manager.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/library`);
    await expectShown(manager, ({ rowCount }) => rowCount > COUNT, 'all names');
    await manager.bringToFront();
    await manager.evaluate(() => {
      const { browser, chrome: chromium } = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
      const { local } = (browser ?? chromium).storage;
      const readNow = local.get.bind(local);
      const waiting: (() => void)[] = [];
      local.get = async (keys?: unknown) => {
        await new Promise<void>((goOn) => waiting.push(goOn));
        return readNow(keys as string[]);
      };
      const field = document.querySelector<HTMLInputElement>('.library .search');
      field?.focus();
      // Every letter sets free what has waited, and what the field says is read before the next letter can come.
      field?.addEventListener('input', () => {
        const typed = field.value;
        for (const goOn of waiting.splice(0)) goOn();
        setTimeout(() => {
          if (!field.value.startsWith(typed)) document.body.setAttribute('data-lost', `${typed} became ${field.value}`);
        }, 0);
      });
    }, null);
    const typed = coinName(1234).toLowerCase();
    await manager.keyboard.type(typed);
    await expectShown(manager, ({ names }) => names[0] === coinName(1234), 'the name');
    expect(await manager.evaluate(() => document.body.getAttribute('data-lost'), null)).toBeNull();
    await manager.close();
  });
});
