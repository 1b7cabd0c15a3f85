import { resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Capture } from '../../../src/core/capture/capture.ts';
import { BROWSERS, type TestPage } from '../drive.ts';
import { violationsOf } from '../find-violations.ts';
import { openManager, request } from '../own-page.ts';
import { expectCard, expectMarks, hover, until } from '../reader.ts';
import { clickOn, openPopup, useStage, type Stage } from '../stage.ts';
import { tabOf } from '../tab-of.ts';
import { CAPTURE_PAGES } from './capture-pages.ts';
import { captureFrom, select, showInPanels } from './capture-from.ts';

/** Opens the side panel's page in a tab, as it is while a capture is being shown in its window. */
async function openPanel(stage: Stage, own: TestPage, page: TestPage, id: string): Promise<TestPage> {
  const tab = await tabOf(own, page);
  await showInPanels(own, id);
  const panel = await stage.browser.newPage();
  await panel.gotoOwnPage(`${stage.browser.extensionOrigin}/sidepanel.html?tab=${tab}`);
  return panel;
}

const expectSelector = (page: TestPage, selector: string): Promise<number> =>
  until(
    () => page.evaluate((wanted) => document.querySelectorAll(wanted).length, selector),
    (count) => count > 0,
    selector,
  );
const expectText = (page: TestPage, said: string): Promise<string> =>
  until(
    () => page.evaluate(() => document.body.innerText, null),
    (text) => text.includes(said),
    said,
  );
const valueOf = (page: TestPage, field: string): Promise<string> =>
  page.evaluate(
    (name) =>
      document.querySelector<HTMLInputElement>(`[data-field="${name}"] :is(input, textarea, select)`)?.value ?? '',
    field,
  );

/** Types into a field of the form. */
async function fill(page: TestPage, field: string, text: string): Promise<void> {
  await clickOn(page, `[data-field="${field}"] :is(input, textarea)`);
  await page.keyboard.type(text);
}

describe.each(BROWSERS)('capture from a page in %s', (name) => {
  const stage = useStage(name, CAPTURE_PAGES);
  afterEach(() => stage.browser.closePages());

  test('a name is followed from the page, and marked there at once', async () => {
    const page = await stage.open('/names');
    await expectMarks(page, ['Huawei']);
    expect(await select(page, 'second', 0, 15)).toBe('Zorblax Systems');
    const own = await openManager(stage);
    const panel = await openPanel(stage, own, page, await captureFrom(own, page, 'follow'));
    await panel.bringToFront();
    await expectSelector(panel, 'form.capture');
    expect(await valueOf(panel, 'name')).toBe('Zorblax Systems');
    expect(await violationsOf(panel)).toEqual([]);
    await panel.screenshot({ path: resolve(`.artifacts/capture-follow-${name}.png`) });
    await clickOn(panel, 'form.capture [type="submit"]');
    await expectText(panel, 'Zorblax Systems is marked from now on.');
    await clickOn(panel, '[data-action="close"]');
    await expectText(panel, 'A lab in the valley');
    await page.bringToFront();
    await expectMarks(page, ['Huawei', 'Zorblax Systems', 'Zorblax Systems']);
    expect([...page.complaints, ...panel.complaints]).toEqual([]);
  });

  test('a fact is captured with its source, and stands on the card of the same page', async () => {
    const page = await stage.open('/lab?utm_source=mail&id=7');
    await expectMarks(page, ['Huawei']);
    expect(await select(page, 'first', 7, 25)).toBe('opened a large lab');
    const own = await openManager(stage);
    const id = await captureFrom(own, page, 'fact');
    await own.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/capture/${id}`);
    await own.bringToFront();
    await expectSelector(own, 'form.capture');
    expect(await own.evaluate(() => document.querySelector<HTMLInputElement>('.subject :checked')?.value, null)).toBe(
      'china-ai/huawei',
    );
    expect(await valueOf(own, 'statement')).toBe('');
    await clickOn(own, 'form.capture [type="submit"]');
    await expectText(own, '2 fields are not right yet.');
    expect(await violationsOf(own)).toEqual([]);
    // The first field that is not right has the focus: whoever uses the keyboard may go on.
    await until(
      () => own.evaluate(() => document.activeElement?.closest('[data-field]')?.getAttribute('data-field'), null),
      (field) => field === 'statement',
      'the focus',
    );
    await fill(own, 'statement', 'Huawei has a lab in the valley.');
    await fill(own, 'kind', 'Activity');
    await own.screenshot({ path: resolve(`.artifacts/capture-fact-${name}.png`) });
    await clickOn(own, 'form.capture [type="submit"]');
    await expectText(own, 'Huawei has a lab in the valley.');
    await expectSelector(own, '.entity-page');

    await page.bringToFront();
    await page.evaluate(() => getSelection()?.removeAllRanges(), null);
    await hover(page, '#first', 'Huawei');
    const card = await expectCard(page, 'Huawei');
    const text = await card.evaluate(() => document.body.innerText, null);
    expect(text).toContain('Huawei has a lab in the valley.');
    expect(text).toContain('The Daily Anvil');
    const { value } = (await request(own, 'page.exportOwn', { pack: null })) as { value: string };
    const source = value
      .split('\n')
      .filter((line) => line.startsWith('{"source"'))
      .map((line) => (JSON.parse(line) as { source: object }).source);
    expect(source).toMatchObject([
      {
        ...{ type: 'article-newspaper', title: 'A lab in the valley', author: [{ literal: 'Jane Doe' }] },
        ...{ 'container-title': 'The Daily Anvil', issued: { 'date-parts': [[2026, 3, 5]] }, language: 'en' },
        URL: `${stage.origin}/lab?id=7`,
      },
    ]);
    expect(value).toContain('"quote":"opened a large lab"');
    // A panel that last showed what is finished now shows the brief again.
    const panel = await openPanel(stage, own, page, id);
    await expectText(panel, 'of 1 followed name');
    expect([...page.complaints, ...own.complaints, ...panel.complaints]).toEqual([]);
  });

  test('the popup captures what is selected', async () => {
    const page = await stage.open('/lab');
    await expectMarks(page, ['Huawei']);
    const popup = await openPopup(stage, page);
    await popup.bringToFront();
    await select(page, 'second', 0, 33);
    await popup.screenshot({ path: resolve(`.artifacts/popup-capture-${name}.png`) });
    await clickOn(popup, '[data-capture="follow"]');
    const own = await openManager(stage);
    const [capture] = await until(
      async () => ((await request(own, 'page.captures', {})) as { value: Capture[] }).value,
      (captures) => captures.length === 1,
      'a capture in the inbox',
    );
    expect(capture?.intent).toBe('follow');
    expect(capture?.quote).toHaveLength(33);
    await request(own, 'page.discardCapture', { capture: capture?.id ?? '' });
  });

  test('what is not finished waits in the inbox, is gone on with there, discarded and taken back', async () => {
    const page = await stage.open('/lab');
    await expectMarks(page, ['Huawei']);
    await select(page, 'second', 0, 33);
    const own = await openManager(stage);
    const id = await captureFrom(own, page, 'fact');
    const panel = await openPanel(stage, own, page, id);
    await panel.bringToFront();
    await expectSelector(panel, 'form.capture');
    await fill(panel, 'statement', 'They will follow.');
    // Each key is kept as it is typed; a driver would close the panel before the message of the last one is on its way.
    await until(
      () => request(own, 'page.readCapture', { capture: id }),
      (answer) => JSON.stringify(answer).includes('"statement":"They will follow."'),
      'what was typed is kept',
    );
    await panel.close();
    await own.bringToFront();
    await own.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/inbox`);
    await expectText(own, 'Inbox (1)');
    await expectText(own, 'They will follow.');
    await own.screenshot({ path: resolve(`.artifacts/inbox-${name}.png`) });
    await clickOn(own, '.inbox a');
    await expectSelector(own, 'form.capture');
    expect(await valueOf(own, 'statement')).toBe('They will follow.');
    await clickOn(own, '[data-action="later"]');
    await expectSelector(own, '.inbox .chip');
    await clickOn(own, '.inbox .chip');
    await expectText(own, 'Nothing is waiting.');
    await clickOn(own, '[data-action="undo"]');
    await expectText(own, 'Inbox (1)');
    expect([...page.complaints, ...own.complaints]).toEqual([]);
  });

  test('the menu of the right button has both items', async () => {
    const own = await openManager(stage);
    // Of items that are not there browsers say so; none can be listed.
    const found = await own.evaluate(async () => {
      const { browser, chrome: chromium } = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
      const { contextMenus } = browser ?? chromium;
      const has = async (item: string): Promise<boolean> => {
        try {
          await contextMenus.update(item, { enabled: true });
          return true;
        } catch {
          return false;
        }
      };
      return Promise.all(['capture-follow', 'capture-fact', 'capture-other'].map(has));
    }, null);
    expect(found).toEqual([true, true, false]);
  });

  test('a hostile page is captured as text, cut, and does no harm', async () => {
    const page = await stage.open('/hostile');
    await expectMarks(page, ['Huawei']);
    await select(page, 'text', 0, 20);
    const own = await openManager(stage);
    const id = await captureFrom(own, page, 'fact');
    const { value } = (await request(own, 'page.readCapture', { capture: id })) as { value: Capture };
    expect(value.quote).toBe('Huawei said nothing.');
    expect(value.draft.subject?.name).toBe('Huawei');
    expect(value.draft.source.title.length).toBeLessThanOrEqual(300);
    expect(value.draft.source).toMatchObject({
      ...{ authors: '<img src=x onerror=alert(1)>', site: 'Evilyad', issued: '2026-01-01' },
      url: `${stage.origin}/hostile`,
    });
    await own.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/capture/${id}`);
    await expectText(own, '<img src=x onerror=alert(1)>');
    expect(await own.evaluate(() => [document.images.length, 'pwned' in globalThis], null)).toEqual([0, false]);
    expect(own.complaints).toEqual([]);
  });
});
