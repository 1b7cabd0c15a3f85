import { resolve } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Capture } from '../../../src/core/capture/capture.ts';
import { BROWSERS, type TestPage } from '../drive.ts';
import { openManager, request } from '../own-page.ts';
import { expectCard, expectMarks, hover, until } from '../reader.ts';
import { clickOn, useStage, type Stage } from '../stage.ts';
import { tabOf } from '../tab-of.ts';
import { CAPTURE_PAGES } from './capture-pages.ts';

/** Selects text of an element by its offsets, and returns the words. */
const select = (page: TestPage, selector: string, from: number, to: number): Promise<string> =>
  page.evaluate(
    ({ wanted, start, end }) => {
      const texts: Text[] = [];
      const walker = document.createTreeWalker(document.getElementById(wanted) ?? document.body, NodeFilter.SHOW_TEXT);
      while (walker.nextNode() !== null) texts.push(walker.currentNode as Text);
      const place = (offset: number): [Text, number] => {
        let left = offset;
        for (const text of texts) {
          if (left <= text.length) return [text, left];
          left -= text.length;
        }
        throw new Error(`no place ${offset}`);
      };
      getSelection()?.setBaseAndExtent(...place(start), ...place(end));
      return String(getSelection());
    },
    { wanted: selector, start: from, end: to },
  );

/**
 * Does what menu and key do once the browser has called: no driver can click in a menu of the browser, or press the key of a
 * command. What they do before that, which is to open the panel, is in `tests/background/capture-from-tab.test.ts`.
 */
async function capture(own: TestPage, page: TestPage, intent: Capture['intent']): Promise<string> {
  const answer = (await request(own, 'page.capture', { tab: await tabOf(own, page), intent })) as {
    value: { ok: boolean; value: string };
  };
  expect(answer).toMatchObject({ ok: true, value: { ok: true } });
  return answer.value.value;
}

/** Opens the side panel's page in a tab, as it is while a capture is being shown in its window. */
async function openPanel(stage: Stage, own: TestPage, page: TestPage, id: string): Promise<TestPage> {
  const tab = await tabOf(own, page);
  await own.evaluate(async (shown) => {
    const { browser, chrome: chromium } = globalThis as unknown as { browser?: typeof chrome; chrome: typeof chrome };
    const api = browser ?? chromium;
    for (const window of await api.windows.getAll())
      await api.storage.session.set({ [`panel:${window.id}`]: { capture: shown, failure: null } });
  }, id);
  const panel = await stage.browser.newPage();
  await panel.gotoOwnPage(`${stage.browser.extensionOrigin}/sidepanel.html?tab=${tab}`);
  await expectSelector(panel, 'form.capture');
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
    const panel = await openPanel(stage, own, page, await capture(own, page, 'follow'));
    await panel.bringToFront();
    expect(await valueOf(panel, 'name')).toBe('Zorblax Systems');
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
    const id = await capture(own, page, 'fact');
    await own.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/capture/${id}`);
    await own.bringToFront();
    await expectSelector(own, 'form.capture');
    expect(await own.evaluate(() => document.querySelector<HTMLInputElement>('.subject :checked')?.value, null)).toBe(
      'china-ai/huawei',
    );
    expect(await valueOf(own, 'statement')).toBe('');
    await clickOn(own, 'form.capture [type="submit"]');
    await expectText(own, '2 fields are not right yet.');
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
    expect([...page.complaints, ...own.complaints]).toEqual([]);
  });

  test('what is not finished waits in the inbox, is gone on with there, discarded and taken back', async () => {
    const page = await stage.open('/lab');
    await expectMarks(page, ['Huawei']);
    await select(page, 'second', 0, 33);
    const own = await openManager(stage);
    const panel = await openPanel(stage, own, page, await capture(own, page, 'fact'));
    await panel.bringToFront();
    await fill(panel, 'statement', 'They will follow.');
    // At once: what was typed last is kept by the panel as it goes.
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

  test('a hostile page is captured as text, cut, and does no harm', async () => {
    const page = await stage.open('/hostile');
    await expectMarks(page, ['Huawei']);
    await select(page, 'text', 0, 20);
    const own = await openManager(stage);
    const id = await capture(own, page, 'fact');
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
