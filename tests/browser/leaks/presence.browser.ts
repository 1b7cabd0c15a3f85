import { setTimeout as sleep } from 'node:timers/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type TestBrowser, type TestPage } from '../drive.ts';
import { lendBareBrowser } from '../shared-browser.ts';
import { BUILDS } from '../find-browser.ts';
import { expectMarks, until } from '../reader.ts';
import { useStage } from '../stage.ts';
import { eventNamesOfBuild, listBuild, wordsOfBuild } from './build-files.ts';
import { recordLeak } from './leak-table.ts';
import { observe, spyPage } from './spy.ts';

/** Which of these files a page can load, and how. */
const loadFiles = async ({ base, files }: { base: string; files: string[] }): Promise<string[]> => {
  const loads = (tag: 'script' | 'link' | 'img', url: string): Promise<boolean> =>
    new Promise((done) => {
      const element = document.createElement(tag);
      element.addEventListener('load', () => done(true));
      element.addEventListener('error', () => done(false));
      if (element instanceof HTMLLinkElement) Object.assign(element, { rel: 'stylesheet', href: url });
      else element.src = url;
      document.body.append(element);
    });
  const found = await Promise.all(
    files.map(async (file) => {
      const url = `${base}/${file}`;
      const fetched = fetch(url).then(
        () => true,
        () => false,
      );
      const ways = await Promise.all([fetched, loads('script', url), loads('link', url), loads('img', url)]);
      return ways.includes(true) ? [file] : [];
    }),
  );
  return found.flat();
};

/** Words under which a highlight has a style of its own. */
const styledNames = (words: string[]): string[] => {
  const styleOf = (word: string): string => {
    const style = getComputedStyle(document.body, `::highlight(${word})`);
    return [style.textDecoration, style.textUnderlineOffset, style.backgroundColor, style.color].join();
  };
  const control = styleOf('nobodyeverusesthisname');
  return words.filter((word) => styleOf(word) !== control);
};

describe.each(BROWSERS)('on a page without a followed name in %s', (name) => {
  const stage = useStage(name, {
    '/spy': () => spyPage('<h1>Nothing</h1><p>Nobody who is followed.</p>', eventNamesOfBuild(BUILDS[name])),
  });
  let bare: TestBrowser | undefined;
  beforeAll(async () => {
    bare = await lendBareBrowser(name);
  });

  async function openQuiet(): Promise<TestPage> {
    const page = await stage.open('/spy');
    // Another tab that opened later has its marks by then.
    const later = await stage.open('/ready');
    await expectMarks(later, ['Huawei']);
    await later.close();
    await sleep(1500);
    return page;
  }

  test('T2: nothing a page can see differs from a browser without the extension', async () => {
    const page = await openQuiet();
    const seen = await page.evaluate(observe, null);
    const plain = await bare?.newPage();
    await plain?.goto(`${stage.origin}/spy`);
    await sleep(1500);
    const expected = await plain?.evaluate(observe, null);
    const differences = Object.keys(seen).filter(
      (key) => JSON.stringify(seen[key as keyof typeof seen]) !== JSON.stringify(expected?.[key as keyof typeof seen]),
    );
    recordLeak('trace', name, differences.length);
    expect(seen).toEqual(expected);
    expect(seen.sightings).toEqual({ messages: 0, events: [], mutations: 0, traps: [] });
    await Promise.all([page.close(), plain?.close()]);
  });

  test('T2: no packaged file loads by an address that a page can know', async () => {
    const page = await openQuiet();
    const files = listBuild(BUILDS[name]);
    const loaded = await page.evaluate(loadFiles, { base: stage.browser.extensionOrigin, files });
    recordLeak('file', name, loaded.length);
    // Firefox has no dynamic addresses; there the address is a random one that only our card's frame has.
    expect(loaded).toEqual(name === 'firefox' ? ['card.html'] : []);
    await page.close();
  });

  test('T2: no packaged page can be framed by an address that a page can know', async () => {
    const page = await openQuiet();
    const pages = listBuild(BUILDS[name]).filter((file) => file.endsWith('.html'));
    await page.evaluate(
      ({ base, files }) =>
        Promise.all(
          files.map(
            (file) =>
              new Promise<void>((done) => {
                const frame = document.createElement('iframe');
                frame.addEventListener('load', () => done());
                setTimeout(done, 3000);
                frame.src = `${base}/${file}`;
                document.body.append(frame);
              }),
          ),
        ),
      { base: stage.browser.extensionOrigin, files: pages },
    );
    const places = await Promise.all(
      page
        .frames()
        .slice(1)
        .map((frame) => frame.evaluate(() => location.protocol + location.pathname, null).catch(() => '')),
    );
    const embedded = places.filter((place) => place.includes('-extension:'));
    recordLeak('embed', name, embedded.length);
    expect(embedded).toEqual(name === 'firefox' ? ['moz-extension:/card.html'] : []);
    await page.close();
  });

  test('T2: no word of the build has a highlight style', async () => {
    const words = wordsOfBuild(BUILDS[name]);
    expect(words.length).toBeGreaterThan(5000);
    const page = await openQuiet();
    const styled = await page.evaluate(styledNames, words);
    recordLeak('style', name, styled.length);
    expect(styled).toEqual([]);
    await page.close();
  });
});

describe.each(BROWSERS)('on a page with a followed name in %s', (name) => {
  const stage = useStage(name, {
    '/spy': () => spyPage('<h1>News</h1><p>Huawei made news.</p>', eventNamesOfBuild(BUILDS[name])),
  });

  test('T2: only the registry tells: no message, event, mutation or trap, and no name that another page would know', async () => {
    const page = await stage.open('/spy');
    await expectMarks(page, ['Huawei']);
    const { sightings, ...seen } = await page.evaluate(observe, null);
    recordLeak('call', name, sightings.traps.length);
    expect(sightings).toEqual({ messages: 0, events: [], mutations: 0, traps: [] });
    expect(seen).toMatchObject({ highlights: 1, frames: 0, sheets: 0, adoptedSheets: 0, stack: false });
    const registered = () => page.evaluate(() => [...CSS.highlights.keys()], null);
    const [first] = await registered();
    expect(wordsOfBuild(BUILDS[name])).not.toContain(first);
    // The probe that finds no style elsewhere does find one here.
    await until(
      () => page.evaluate(styledNames, [first ?? '']),
      (styled) => styled.length === 1,
      'the style of the marks',
    );
    await page.reload();
    await expectMarks(page, ['Huawei']);
    expect(await registered()).not.toContain(first);
    await page.close();
  });
});
