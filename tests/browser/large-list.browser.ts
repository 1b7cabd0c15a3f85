import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { MAX_LOCAL_ALIASES } from '../../src/core/matching/index-delivery.ts';
import { coinName, manyNamesPack } from '../fixtures/many-names.ts';
import { BROWSERS } from './drive.ts';
import { expectCard, expectMarks, hover, until } from './reader.ts';
import { useStage } from './stage.ts';

const COUNT = MAX_LOCAL_ALIASES + 2000;
const [FIRST, LAST] = [coinName(0), coinName(COUNT - 1)];
const LONG_TEXT = 'Words that nobody follows stand here in great number. '.repeat(3000);

const file = join(await mkdtemp(join(tmpdir(), 'sidelight-many-')), 'many.factpack.jsonl');
await writeFile(file, manyNamesPack(COUNT).join('\n'));

const IMPORT_PATIENCE_MS = 90_000;

describe.each(BROWSERS)('in %s, with more names than a tab can hold', (name) => {
  const stage = useStage(name, {
    '/many': () =>
      `<!doctype html><meta charset="utf-8"><p>${FIRST} met Hua<b>wei</b> and <i>${LAST}</i>.</p><div id="late"></div>`,
    '/endless': () => `<!doctype html><meta charset="utf-8"><p>${FIRST}. ${LONG_TEXT} ${LAST}.</p><p>Huawei.</p>`,
    '/none': () => '<!doctype html><meta charset="utf-8"><p>Nothing to see.</p>',
  });

  beforeAll(async () => {
    const manager = await stage.browser.newPage();
    await manager.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/packs`);
    await manager.setInputFile('input[type="file"]', file);
    await until(
      () =>
        manager.evaluate(
          () => [...document.querySelectorAll('[role="status"]')].map(({ textContent }) => textContent).join('\n'),
          null,
        ),
      (status) => /is installed/.test(status),
      'the import',
      IMPORT_PATIENCE_MS,
    );
    await manager.close();
  });

  test('S14: marks and explains names of every pack', async () => {
    const page = await stage.open('/many');
    await expectMarks(page, [FIRST, 'Hua', 'wei', LAST]);
    await hover(page, 'p', LAST);
    await expectCard(page, LAST);
    await page.close();
  });

  test('marks names that come later', async () => {
    const page = await stage.open('/many');
    await expectMarks(page, [FIRST, 'Hua', 'wei', LAST]);
    await page.evaluate((text) => {
      const late = document.querySelector('#late');
      if (late !== null) late.textContent = text;
    }, `Later ${FIRST} left.`);
    await expectMarks(page, [FIRST, 'Hua', 'wei', LAST, FIRST]);
    await page.close();
  });

  test('marks a text that is longer than one message', async () => {
    const page = await stage.open('/endless');
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight), null);
    await until(
      () => page.evaluate(() => [...CSS.highlights.values()].reduce((sum, set) => sum + set.size, 0), null),
      (count) => count >= 2,
      'marks at both ends',
    );
    await page.close();
  });

  test('leaves no trace on a page without a followed name', async () => {
    const page = await stage.open('/none');
    const marked = await stage.open('/many');
    await expectMarks(marked, [FIRST, 'Hua', 'wei', LAST]);
    expect(await page.evaluate(() => CSS.highlights.size, null)).toBe(0);
    await Promise.all([page.close(), marked.close()]);
  });
});
