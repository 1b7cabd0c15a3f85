import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveArticles, type ArticleServer } from '../article-server.ts';
import { BROWSERS, type TestBrowser, type TestPage } from '../drive.ts';
import { lendBareBrowser } from '../shared-browser.ts';
import { ARTICLES, useStage } from '../stage.ts';
import { expectMarks, markedIn, until } from '../reader.ts';
import { isThorough } from '../thoroughness.ts';
import { EDITOR_PAGES, renderEditor, type EditorPage } from './editor-pages.ts';

const SENTENCE = 'Huawei and SenseTime met Megvii there, Huawei ';
/** 500 characters with names in them. */
const LONG_TEXT = SENTENCE.repeat(11).slice(0, 500);
/** Where all of them are typed even if not all is tried; elsewhere it is a sentence. */
const LONG_IN = new Set<EditorPage['title']>(['contenteditable']);
const COMPOSED = { steps: ['h', 'hua', 'hua wei'], text: '华为' };

const ROUTES = Object.fromEntries(EDITOR_PAGES.map((page, index) => [`/editor-${index}`, () => renderEditor(page)]));

/** Writes, composes, undoes and does again; returns all that the page could tell then. */
async function write(page: TestPage, text: string): Promise<unknown> {
  const textNow = (): Promise<string> => page.ask('editor.text()');
  await page.ask('editor.focus()');
  await page.keyboard.type(text);
  await until(textNow, (written) => written.includes(text.trim().slice(-60)), 'what was typed');
  if (page.compose === undefined)
    await page.ask(`editor.compose(${JSON.stringify(COMPOSED.steps)}, '${COMPOSED.text}')`);
  else await page.compose(COMPOSED.steps, COMPOSED.text);
  await until(textNow, (written) => written.includes(COMPOSED.text), 'what was composed');
  for (const command of ['undo', 'undo', 'redo', 'redo']) await page.ask(`editor.run('${command}')`);
  await page.keyboard.type('Huawei ');
  await until(textNow, (written) => written.trimEnd().endsWith('Huawei'), 'what was typed last');
  return JSON.parse(await page.ask('editor.tell()')) as unknown;
}

describe.each(BROWSERS)('in %s', (name) => {
  const stage = useStage(name, ROUTES);
  let bare: TestBrowser;
  let server: ArticleServer;

  beforeAll(async () => {
    server = await serveArticles(ARTICLES, ROUTES);
    bare = await lendBareBrowser(name);
  });
  afterAll(async () => {
    await server.close();
  });

  test.each(EDITOR_PAGES.map((page, index) => [page.title, index] as const satisfies [EditorPage['title'], number]))(
    'M13: %s',
    async (title, index) => {
      const text = isThorough || LONG_IN.has(title) ? LONG_TEXT : SENTENCE;
      const page = await stage.open(`/editor-${index}`);
      await expectMarks(page, ['Huawei']);
      const withUs = await write(page, text);
      // Read after all that was typed, so that a mark in the editor would be there by now.
      await page.ask(
        "document.body.append(Object.assign(document.createElement('p'), { textContent: 'Megvii' })); 'added'",
      );
      await expectMarks(page, ['Huawei', 'Megvii']);
      for (const frame of page.frames().slice(1)) expect(await markedIn(frame)).toEqual([]);

      const other = await bare.newPage();
      await other.goto(`${server.origin}/editor-${index}`);
      const without = await write(other, text);
      expect(withUs).toEqual(without);
      expect(page.messages).toEqual(other.messages);
      await page.close();
      await other.close();
    },
  );
});
