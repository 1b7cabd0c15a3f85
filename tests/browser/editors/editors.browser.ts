import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveArticles, type ArticleServer } from '../article-server.ts';
import { BROWSERS, launch, type TestBrowser, type TestPage } from '../drive.ts';
import { ARTICLES, useStage } from '../stage.ts';
import { expectMarks, markedIn, until } from '../reader.ts';
import { EDITOR_PAGES, renderEditor, type EditorPage } from './editor-pages.ts';

/** About 500 characters with names in them. */
const TYPED = 'Huawei and SenseTime met Megvii there, Huawei '.repeat(11).slice(0, 500);
const COMPOSED = { steps: ['h', 'hua', 'hua wei'], text: '华为' };

const ROUTES = Object.fromEntries(EDITOR_PAGES.map((page, index) => [`/editor-${index}`, () => renderEditor(page)]));

/** Writes, composes, undoes and does again; returns all that the page could tell then. */
async function write(page: TestPage): Promise<unknown> {
  const textNow = (): Promise<string> => page.ask('editor.text()');
  await page.ask('editor.focus()');
  await page.keyboard.type(TYPED);
  await until(textNow, (text) => text.includes(TYPED.trim().slice(-60)), 'what was typed');
  if (page.compose === undefined)
    await page.ask(`editor.compose(${JSON.stringify(COMPOSED.steps)}, '${COMPOSED.text}')`);
  else await page.compose(COMPOSED.steps, COMPOSED.text);
  await until(textNow, (text) => text.includes(COMPOSED.text), 'what was composed');
  for (const command of ['undo', 'undo', 'redo', 'redo']) await page.ask(`editor.run('${command}')`);
  await page.keyboard.type('Huawei ');
  await until(textNow, (text) => text.trimEnd().endsWith('Huawei'), 'what was typed last');
  return JSON.parse(await page.ask('editor.tell()')) as unknown;
}

describe.each(BROWSERS)('in %s', (name) => {
  const stage = useStage(name, ROUTES);
  let bare: TestBrowser;
  let server: ArticleServer;

  beforeAll(async () => {
    server = await serveArticles(ARTICLES, ROUTES);
    bare = await launch(name);
  });
  afterAll(async () => {
    await bare.close();
    await server.close();
  });

  test.each(EDITOR_PAGES.map((page, index) => [page.title, index] as const satisfies [EditorPage['title'], number]))(
    'M13: %s',
    async (_title, index) => {
      const page = await stage.open(`/editor-${index}`);
      await expectMarks(page, ['Huawei']);
      const withUs = await write(page);
      // Read after all that was typed, so that a mark in the editor would be there by now.
      await page.ask(
        "document.body.append(Object.assign(document.createElement('p'), { textContent: 'Megvii' })); 'added'",
      );
      await expectMarks(page, ['Huawei', 'Megvii']);
      for (const frame of page.frames().slice(1)) expect(await markedIn(frame)).toEqual([]);

      const other = await bare.newPage();
      await other.goto(`${server.origin}/editor-${index}`);
      const without = await write(other);
      expect(withUs).toEqual(without);
      expect(page.messages).toEqual(other.messages);
      await page.close();
      await other.close();
    },
  );
});
