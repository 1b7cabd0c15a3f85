import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from './drive.ts';
import { lendBareBrowser } from './shared-browser.ts';
import { expectMarks, markedIn, until } from './reader.ts';
import { useStage } from './stage.ts';

const STATIC_MARKS = [
  'SenseTime',
  'Megvii',
  'Yitu',
  'Cambricon',
  'New Generation Artificial Intelligence\n      Development Plan',
  'NGAIDP',
  'Ministry of Science and Technology',
  'MOST',
  'MOST',
  'Hua',
  'wei',
  'Baidu',
  'Hua\u00adwei',
  'Sen',
  'seTime',
  'Cyberspace Administration of China',
  'CAC',
  'DJI',
  'Shenzhen',
  '华为',
  '百度',
];

/** Everything a page could notice: its markup, every mutation, every message, every highlight. */
const SPY = `<script>
  window.seen = [];
  new MutationObserver((records) => seen.push(...records.map((record) => record.type + ' ' + record.target.nodeName)))
    .observe(document, { childList: true, attributes: true, characterData: true, subtree: true });
  addEventListener('message', (event) => seen.push('message ' + JSON.stringify(event.data)));
  for (const type of ['sidelight', 'wxt:content-script-started']) addEventListener(type, () => seen.push('event ' + type));
</script>`;

const QUIET = `<!doctype html><html><head><title>Quiet</title>${SPY}</head><body><p>Bees and meadows, most of them medium-sized.</p></body></html>`;
const NAMED = `<!doctype html><html><head><title>Named</title>${SPY}</head><body><p>Hua<b>wei</b> and SenseTime met.</p></body></html>`;

describe.each(BROWSERS)('in %s', (name) => {
  const stage = useStage(name, { '/quiet-spied': () => QUIET, '/named-spied': () => NAMED });

  test('a static article: every name, across inline elements, and none where it means something else', async () => {
    const page = await stage.open('/static.html');
    const marks = await until(
      () => markedIn(page),
      (found) => found.length >= STATIC_MARKS.length,
      'all marks',
    );
    expect(marks.map((mark) => mark.replace(/\s+/g, ' '))).toEqual(
      STATIC_MARKS.map((mark) => mark.replace(/\s+/g, ' ')),
    );
    expect(page.complaints).toEqual([]);
    await page.close();
  });

  test('an article that renders late, replaces nodes, edits text and removes it', async () => {
    const page = await stage.open('/late.html');
    const step = (action: string) =>
      page.evaluate((key) => (window as unknown as { steps: Record<string, () => void> }).steps[key]?.(), action);
    await expectMarks(page, ['Huawei', 'SenseTime']);
    await step('replace');
    await expectMarks(page, ['Megvii']);
    await step('edit');
    await expectMarks(page, ['Baidu']);
    await step('append');
    await expectMarks(page, ['Baidu', 'Cambricon', 'Cambricon', 'Cambricon']);
    await step('remove');
    await expectMarks(page, []);
    expect(page.complaints).toEqual([]);
    await page.close();
  });

  test('shadow roots, slots, frames without an address, right-to-left text, Chinese, ruby, table cells, words in formulas', async () => {
    const page = await stage.open('/composed.html');
    const own = await until(
      () => markedIn(page),
      (found) => found.length >= 10,
      'marks of the top frame',
    );
    expect(own.toSorted()).toEqual(
      ['Baidu', 'Hikvision', 'Huawei', 'Huawei', 'SenseTime', '华', '华为', '为', '商汤科技', '旷视科技'].toSorted(),
    );
    const frames = await until(
      async () => (await Promise.all(page.frames().slice(1).map(markedIn))).map((marks) => marks.join()),
      (marks) => marks.filter((mark) => mark !== '').length === 2,
      'marks of the frames',
    );
    expect(frames.toSorted()).toEqual(['Cambricon', 'Megvii']);
    expect(page.complaints).toEqual([]);
    await page.close();
  });

  test('the DOM of a page with names is byte-equal with and without the extension', async () => {
    const bare = await lendBareBrowser(name);
    const plain = await bare.newPage();
    for (const path of ['/static.html', '/composed.html', '/named-spied']) {
      await plain.goto(`${stage.origin}${path}`);
      const page = await stage.open(path);
      await until(
        () => markedIn(page),
        (marks) => marks.length > 0,
        'marks',
      );
      const html = (where: typeof page) => where.evaluate(() => document.documentElement.outerHTML, null);
      expect(await html(page)).toBe(await html(plain));
      await page.close();
    }
    await plain.close();
  });

  test('T2: a page without names sees no mutation, message, event, style or highlight', async () => {
    const page = await stage.open('/quiet-spied');
    await sleep(2000);
    const traces = await page.evaluate(
      () => ({
        seen: (window as unknown as { seen: string[] }).seen,
        highlights: CSS.highlights.size,
        sheets: document.styleSheets.length + document.adoptedStyleSheets.length,
        entries: performance.getEntriesByType('resource').filter((entry) => /extension:/.test(entry.name)).length,
        frames: window.length,
      }),
      null,
    );
    // Parsing the body after the script is itself a mutation; nothing comes after it.
    expect(traces.seen.filter((trace) => !/^childList (?:HTML|BODY|P|#document)$/.test(trace))).toEqual([]);
    expect({ ...traces, seen: [] }).toEqual({ seen: [], highlights: 0, sheets: 0, entries: 0, frames: 0 });
    await page.close();
  });

  test('T2: a page with names sees highlights under a random name, and still no message or mutation', async () => {
    const [first, second] = [await stage.open('/named-spied'), await stage.open('/named-spied')];
    await Promise.all([first, second].map((page) => expectMarks(page, ['Hua', 'wei', 'SenseTime'])));
    const names = await Promise.all(
      [first, second].map((page) => page.evaluate(() => [...CSS.highlights.keys()].join(), null)),
    );
    expect(names[0]).toMatch(/^[a-z]{12}$/);
    expect(names[0]).not.toBe(names[1]);
    const seen = await first.evaluate(() => (window as unknown as { seen: string[] }).seen, null);
    expect(seen.filter((trace) => !/^childList (?:HTML|BODY|P|B|#document)$/.test(trace))).toEqual([]);
    await Promise.all([first.close(), second.close()]);
  });
});
