import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { BROWSERS, launch, type TestPage } from './drive.ts';
import { BUILDS } from './find-browser.ts';
import { serveArticles } from './article-server.ts';
import { expectMarks, markedIn, until } from './reader.ts';
import { ARTICLES, useStage } from './stage.ts';

const page = (body: string, head = ''): string =>
  `<!doctype html><html><head><meta charset="utf-8"><title>Page</title>${head}</head><body>${body}</body></html>`;
const BIG = page(
  `<p>Huawei at the top.</p>${'<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore.</p>'.repeat(95_000)}`,
);
const SINK = ['/throws', '/nobody', '/frameset', '/clobbered', '/plain.txt', '/data.xml', '/picture.svg', '/data.json'];

/** Plain-text and image documents of the browsers complain about their own style sheets; nothing of that names us. */
const complaintsOfOurs = ({ complaints }: TestPage): string[] =>
  complaints.filter((complaint) => /extension:|sidelight|scout\.js|annotator\.js/i.test(complaint));

describe.each(BROWSERS)('in %s', (name) => {
  const stage = useStage(name, {
    '/throws': () =>
      page(
        '<p>Huawei on a page that throws.</p>',
        `<script>
      for (const [owner, key] of [[Node.prototype, 'textContent'], [Document.prototype, 'createTreeWalker'], [window, 'MutationObserver'], [Array.prototype, 'some'], [Array.prototype, 'every']]) {
        try { Object.defineProperty(owner, key, { get() { throw new Error('page trap'); } }); } catch {}
      }</script>`,
      ),
    '/nobody': () =>
      '<!doctype html><html><head><title>No body</title><script>document.addEventListener("DOMContentLoaded", () => document.body.remove())</script></head></html>',
    '/frameset': () =>
      '<!doctype html><html><frameset cols="50%,50%"><frame src="/ready"><frame src="/ready"></frameset></html>',
    '/clobbered': () =>
      page(
        '<form><input name="nodeType"><input name="childNodes"><input name="parentNode"><p>Huawei in a clobbered form.</p></form>',
      ),
    '/big': () => BIG,
  });

  test.each(SINK)('%s: no error of ours in its console', async (path) => {
    const opened = await stage.open(path);
    await sleep(1200);
    expect(complaintsOfOurs(opened)).toEqual([]);
    await opened.close();
  });

  test.each([
    ['/throws', ['Huawei']],
    ['/clobbered', ['Huawei']],
    ['/plain.txt', ['Huawei', 'SenseTime']],
  ])('%s: names are marked all the same', async (path, marks) => {
    const opened = await stage.open(path);
    await expectMarks(opened, marks);
    await opened.close();
  });

  test('M2: a page of 10 MB is marked, without an error of ours in its console', async () => {
    const opened = await stage.open('/big');
    await expectMarks(opened, ['Huawei']);
    await sleep(3000);
    expect(complaintsOfOurs(opened)).toEqual([]);
    await opened.close();
  });

  test('T12: only the card can be embedded by a page, and shows nothing to it', async () => {
    const opened = await stage.open('/ready');
    const origin = stage.browser.extensionOrigin;
    const loaded = await opened.evaluate(
      (base) =>
        Promise.all(
          ['manager.html', 'popup.html', 'manifest.json', 'background.js', 'packs/china-ai.factpack.jsonl'].map(
            (file) =>
              fetch(`${base}/${file}`).then(
                () => file,
                () => '',
              ),
          ),
        ),
      origin,
    );
    expect(loaded.filter((file) => file !== '')).toEqual([]);
    await opened.close();
  });
});

describe.each(BROWSERS)('on installation in %s', (name) => {
  test('a tab that is open already is served without a reload', async () => {
    const server = await serveArticles(ARTICLES);
    const browser = await launch(name, name === 'firefox' ? {} : { extension: BUILDS[name] });
    const opened = await browser.newPage();
    // Chromium loads the extension with the browser; its default pack is still being imported while this page opens.
    await opened.goto(`${server.origin}/static.html`);
    if (browser.install !== undefined) await browser.install(BUILDS[name]);
    await until(
      () => markedIn(opened),
      (marks) => marks.length > 10,
      'marks in the tab that was open',
    );
    await browser.close();
    await server.close();
  });
});
