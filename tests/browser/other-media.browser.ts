import { readFile } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { BROWSERS, type TestPage } from './drive.ts';
import { openManager, request } from './own-page.ts';
import { expectMarks } from './reader.ts';
import { useStage } from './stage.ts';

const ARTICLE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Media</title><p>Yesterday Huawei met SenseTime.</p></html>';
const UNDERLINED = ARTICLE.replace('Huawei', '<u style="text-decoration-style: dotted">Huawei</u>');

/** How often something other than text is painted where the page is printed: a line, a dot, a coloured box. */
async function countPrintedShapes(page: TestPage): Promise<number> {
  const file = Buffer.from(await page.pdf()).toString('latin1');
  const contents = [...file.matchAll(/stream\r?\n(.*?)\r?\nendstream/gs)]
    .map(([, packed = '']) => unpack(Buffer.from(packed, 'latin1')))
    .filter((content) => /\b(?:Tj|TJ)\b/.test(content));
  expect(contents.length).toBeGreaterThan(0);
  // The painting operators of PDF, outside of strings.
  const operators = contents.flatMap((content) => content.replaceAll(/\([^)]*\)|<[^>]*>/g, '').split(/\s+/));
  return operators.filter((operator) => /^(?:S|s|f|F|f\*|B|B\*|b|b\*)$/.test(operator)).length;
}

/** A stream of a PDF file as text; empty for those that are packed in other ways: fonts, pictures. */
function unpack(packed: Buffer): string {
  try {
    return inflateSync(packed).toString('latin1');
  } catch {
    return '';
  }
}

describe.each(BROWSERS)('marks in other media in %s', (name) => {
  const stage = useStage(name, { '/media': () => ARTICLE, '/underlined': () => UNDERLINED });

  test('M12: none is printed', async () => {
    const page = await stage.open('/media');
    await expectMarks(page, ['Huawei', 'SenseTime']);
    await page.bringToFront();
    expect(await countPrintedShapes(page)).toBe(0);
    // What is underlined would be seen.
    await page.goto(`${stage.origin}/underlined`);
    expect(await countPrintedShapes(page)).toBeGreaterThan(0);
    await page.close();
  });
});

// No driver can tell Firefox.
describe('marks in forced colours in chromium', () => {
  const stage = useStage('chromium', { '/media': () => ARTICLE });

  test('M12: they are seen', async () => {
    const page = await stage.open('/media');
    await expectMarks(page, ['Huawei', 'SenseTime']);
    await page.forceColors?.();
    const look = async (): Promise<string> => {
      await page.bringToFront();
      const path = '.artifacts/forced-colors.png';
      await page.screenshot({ path });
      return (await readFile(path)).toString('base64');
    };
    const marked = await look();
    const manager = await openManager(stage);
    await request(manager, 'page.setEnabled', { enabled: false });
    await expectMarks(page, []);
    expect(await look()).not.toBe(marked);
    await request(manager, 'page.setEnabled', { enabled: true });
    await expectMarks(page, ['Huawei', 'SenseTime']);
    expect(await look()).toBe(marked);
    await Promise.all([manager.close(), page.close()]);
  });
});
