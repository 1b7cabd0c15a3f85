import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chooseSettings } from './choose-settings.ts';
import { BROWSERS, type TestPage } from './drive.ts';
import { expectCard, expectMarks, expectNoCard, hover, markedIn, until } from './reader.ts';
import { clickOn, openPopup, useStage } from './stage.ts';

const page = (body: string, head = ''): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Marks</title>${head}</head><body>${body}</body></html>`;

const SECTIONS = page(`
  <h1>News</h1><p>Huawei and SenseTime met. Huawei left.</p><p>Huawei came back.</p>
  <h2>Later</h2><p>Huawei said more, and <b>Huawei</b> again.</p>
  <article><p>SenseTime here.</p><p>SenseTime there.</p></article>
  <article><p style="display:none">Huawei, unseen.</p><p>Huawei, seen.</p></article>`);

/** Two panels of one section, of which one shows, and words that fade in when a button is pressed. */
const PANELS = page(`
  <button id="other">Other panel</button> <button id="fade">More</button>
  <div id="first"><p>Huawei in the first panel.</p></div>
  <div id="second" style="display:none"><p>Huawei in the second panel.</p></div>
  <p id="faded" style="opacity:0;transition:opacity .3s">SenseTime, in the end.</p>
  <script>
    document.querySelector('#other').onclick = () => {
      document.querySelector('#first').style.display = 'none';
      document.querySelector('#second').style.display = 'block';
    };
    document.querySelector('#fade').onclick = () => { document.querySelector('#faded').style.opacity = '1'; };
  </script>`);

/** How long the annotator looks by itself for words that fade in, and some more. */
const PAST_ALL_LOOKS_MS = 14_000;

const PLACES = page(`
  <p id="wrapped" style="width:9em">The China Academy of Information and Communications Technology said so.</p>
  <p id="turned" style="width:12em;margin:60px;transform:rotate(20deg) scale(1.4)">Here is Huawei, turned.</p>
  <p id="zoomed" style="zoom:1.7">Here is Huawei, zoomed.</p>
  <div id="scroller" style="height:80px;overflow:auto"><div style="height:300px">Above.</div><p id="inner">SenseTime below.</p></div>
  <p id="vertical" style="writing-mode:vertical-rl;height:200px">Hikvision from the top.</p>`);

const BLANK_HEIGHT_PX = 60;
/** A name under a bar, one that a box cuts off, and one that is seen. */
const COVERED = page(
  `<div id="bar"></div><p id="under">Huawei is under the bar.</p>
  <div id="cutting"><p>Nobody.</p><p>SenseTime is cut off.</p></div><div class="blank" id="below"></div>
  <p id="last">Baidu is seen.</p>`,
  `<style>body { margin: 0; background: #fff; font: 16px/20px sans-serif; } p { margin: 0 0 20px; }
  #bar { position: fixed; inset: 0 0 auto 0; height: 80px; background: #fff; } #under { padding-top: 20px; }
  #cutting { height: 40px; overflow: hidden; } .blank { height: ${BLANK_HEIGHT_PX}px; }</style>`,
);
const GROWING = page(
  '<div id="growing"></div><p id="last">Baidu is pushed down.</p>',
  '<style>#growing:target { height: 100px; }</style>',
);

/** Where something of ours lies over a page, if anything does: its element holds nothing that the page could read. */
const countHosts = (opened: TestPage): Promise<number> =>
  opened.evaluate(
    () =>
      [...document.documentElement.children].filter((element) => !/^(?:head|body)$/i.test(element.localName)).length,
    null,
  );

describe.each(BROWSERS)('marks in %s', (name) => {
  const stage = useStage(name, {
    '/sections': () => SECTIONS,
    '/places': () => PLACES,
    '/panels': () => PANELS,
    '/covered': () => COVERED,
    '/growing': () => GROWING,
  });

  describe('density', () => {
    test.each([
      ['section', ['Huawei', 'SenseTime', 'Huawei', 'SenseTime', 'Huawei']],
      ['page', ['Huawei', 'SenseTime']],
      ['every', ['Huawei', 'SenseTime', 'Huawei', 'Huawei', 'Huawei', 'Huawei', 'SenseTime', 'SenseTime', 'Huawei']],
    ])('%s', async (density, marks) => {
      await chooseSettings(stage.browser, { density });
      const opened = await stage.open('/sections');
      await expectMarks(opened, marks);
      await opened.close();
    });

    test('a mention that is not marked has its card all the same', async () => {
      await chooseSettings(stage.browser, { density: 'page' });
      const opened = await stage.open('/sections');
      await expectMarks(opened, ['Huawei', 'SenseTime']);
      await hover(opened, 'article:last-of-type p:last-child', 'Huawei');
      await expectCard(opened, 'Huawei');
      await opened.close();
    });

    test('REGRESSION: panels that open and words that fade in late have their marks', async () => {
      await chooseSettings(stage.browser, { density: 'section' });
      const opened = await stage.open('/panels');
      await expectMarks(opened, ['Huawei']);
      await sleep(PAST_ALL_LOOKS_MS);
      await clickOn(opened, '#other');
      await until(
        () =>
          opened.evaluate(
            () =>
              [...CSS.highlights.values()]
                .flatMap((found) => [...found])
                .map(({ startContainer }) => startContainer.parentElement?.closest('div')?.id),
            null,
          ),
        (places) => places.length === 1 && places[0] === 'second',
        'the mark in the second panel',
      );
      await clickOn(opened, '#fade');
      await expectMarks(opened, ['Huawei', 'SenseTime']);
      await opened.close();
    });

    test('the popup counts every mention', async () => {
      await chooseSettings(stage.browser, { density: 'page' });
      const opened = await stage.open('/sections');
      await expectMarks(opened, ['Huawei', 'SenseTime']);
      const popup = await openPopup(stage, opened);
      const text = await until(
        () => popup.evaluate(() => document.body.textContent ?? '', null),
        (shown) => shown.includes('Huawei'),
        'names in the popup',
      );
      expect(text).toContain('9 mentions');
      await popup.close();
      await opened.close();
    });

    test('follows the manager without a reload', async () => {
      await chooseSettings(stage.browser, { density: 'page' });
      const opened = await stage.open('/sections');
      await expectMarks(opened, ['Huawei', 'SenseTime']);
      const manager = await stage.browser.newPage();
      await manager.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/packs`);
      const choose = (selector: string, value: string): Promise<unknown> =>
        until(
          () =>
            manager.evaluate(
              ({ selector: wanted, value: option }) => {
                const select = document.querySelector<HTMLSelectElement>(wanted);
                if (select === null) return false;
                select.value = option;
                return select.dispatchEvent(new Event('change', { bubbles: true }));
              },
              { selector, value },
            ),
          (done) => done,
          selector,
        );
      await choose('section[aria-labelledby="marking"] select', 'section');
      await expectMarks(opened, ['Huawei', 'SenseTime', 'Huawei', 'SenseTime', 'Huawei']);
      await manager.close();
      await opened.close();
    });
  });

  describe('the pointer finds a name', () => {
    beforeAll(() => chooseSettings(stage.browser, { density: 'every' }));

    test.each([
      ['on the second line of a wrapped name', '#wrapped', 'Communications', /Academy of Information/],
      ['in a turned box', '#turned', 'Huawei', /^Huawei$/],
      ['in a zoomed box', '#zoomed', 'Huawei', /^Huawei$/],
      ['in vertical text', '#vertical', 'Hikvision', /^Hikvision$/],
    ])('%s', async (_title, selector, word, title) => {
      const opened = await stage.open('/places');
      await until(
        () => markedIn(opened),
        (marks) => marks.length >= 4,
        'marks',
      );
      await hover(opened, selector, word);
      const shown = await until(
        async () => {
          for (const frame of opened.frames().slice(1)) {
            const text = await frame
              .evaluate(() => document.querySelector('.card-name')?.textContent ?? '', null)
              .catch(() => '');
            if (text !== '') return text;
          }
          return '';
        },
        (text) => text !== '',
        'a card',
      );
      expect(shown).toMatch(title);
      await opened.close();
    });

    test('in a scrolled box', async () => {
      const opened = await stage.open('/places');
      await opened.evaluate(() => document.querySelector('#scroller')?.scrollTo(0, 1000), null);
      await until(
        () => markedIn(opened),
        (marks) => marks.includes('SenseTime'),
        'the mark in the scrolled box',
      );
      await hover(opened, '#inner', 'SenseTime');
      await expectCard(opened, 'SenseTime');
      await opened.close();
    });
  });

  describe('privacy levels', () => {
    beforeAll(() => chooseSettings(stage.browser, { density: 'every' }));
    afterAll(() => chooseSettings(stage.browser, { packs: {}, entities: {} }, 'privacy'));

    test('overlay: lines of our own, nothing in the registry of highlights, and a card', async () => {
      await chooseSettings(stage.browser, { packs: { 'china-ai': 'overlay' }, entities: {} }, 'privacy');
      const opened = await stage.open('/sections');
      await until(
        () => countHosts(opened),
        (count) => count === 1,
        'the root of the lines',
      );
      expect(await markedIn(opened)).toEqual([]);
      await hover(opened, 'p', 'Huawei');
      await expectCard(opened, 'Huawei');
      await opened.close();
    });

    /** What is seen of the place of an element and a little below it. */
    async function look(opened: TestPage, selector: string): Promise<string> {
      const y = await opened.evaluate(
        (wanted) => document.querySelector(wanted)?.getBoundingClientRect().y ?? -1,
        selector,
      );
      const path = resolve(`.artifacts/overlay-${name}.png`);
      await opened.screenshot({ path, clip: { x: 0, y, width: 400, height: BLANK_HEIGHT_PX } });
      return readFile(path, 'base64');
    }

    test('overlay: no line over a bar nor out of a box that cuts its words off', async () => {
      await chooseSettings(stage.browser, { packs: { 'china-ai': 'quiet' }, entities: {} }, 'privacy');
      const quiet = await stage.open('/covered');
      const bare = await look(quiet, '#last');
      await quiet.close();
      await chooseSettings(stage.browser, { packs: { 'china-ai': 'overlay' }, entities: {} }, 'privacy');
      const opened = await stage.open('/covered');
      await until(
        () => look(opened, '#last'),
        (seen) => seen !== bare,
        'a line under the last name',
      );
      expect(await look(opened, '#bar')).toBe(await look(opened, '#below'));
      await opened.close();
    });

    test('overlay: lines move with words that something above pushes down', async () => {
      await chooseSettings(stage.browser, { packs: { 'china-ai': 'overlay' }, entities: {} }, 'privacy');
      const opened = await stage.open('/growing');
      await until(
        () => countHosts(opened),
        (count) => count === 1,
        'the root of the lines',
      );
      const before = await look(opened, '#last');
      // No change of the document, as when a picture arrives.
      await opened.evaluate(() => void (location.hash = '#growing'), null);
      await until(
        () => look(opened, '#last'),
        (seen) => seen === before,
        'the line under the name',
      );
      await opened.close();
    });

    test('quiet: nothing on the page, all in the popup', async () => {
      await chooseSettings(stage.browser, { packs: { 'china-ai': 'quiet' }, entities: {} }, 'privacy');
      const opened = await stage.open('/sections');
      const popup = await openPopup(stage, opened);
      await until(
        () => popup.evaluate(() => document.body.textContent ?? '', null),
        (shown) => shown.includes('Huawei') && shown.includes('9 mentions'),
        'names in the popup',
      );
      await popup.close();
      expect(await markedIn(opened)).toEqual([]);
      expect(await countHosts(opened)).toBe(0);
      await hover(opened, 'p', 'Huawei');
      await expectNoCard(opened);
      expect(await countHosts(opened)).toBe(0);
      await opened.close();
    });

    test('one entity may differ from its pack', async () => {
      await chooseSettings(stage.browser, { packs: {}, entities: { 'china-ai/huawei': 'quiet' } }, 'privacy');
      const opened = await stage.open('/sections');
      await expectMarks(opened, ['SenseTime', 'SenseTime', 'SenseTime']);
      await opened.close();
    });
  });

  test('more mentions than a page may have marks: the popup says so', async () => {
    await chooseSettings(stage.browser, { packs: {}, entities: {} }, 'privacy');
    const opened = await stage.open('/ready');
    await opened.evaluate(() => {
      document.body.innerHTML = '<p>Huawei rose. SenseTime fell.</p>'.repeat(2600);
    }, null);
    await until(
      () => markedIn(opened),
      (marks) => marks.length > 2,
      'marks',
    );
    const popup = await openPopup(stage, opened);
    await until(
      () => popup.evaluate(() => document.body.textContent ?? '', null),
      (shown) => shown.includes('very many names'),
      'the note',
    );
    await clickOn(popup, '[role="switch"]');
    await expectMarks(opened, []);
    await clickOn(popup, '[role="switch"]');
    await popup.close();
    await opened.close();
  });
});
