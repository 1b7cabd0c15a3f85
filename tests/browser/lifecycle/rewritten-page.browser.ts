import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../drive.ts';
import { expectCard, expectMarks, hover } from '../reader.ts';
import { useStage } from '../stage.ts';

const rewrite = (): void => {
  document.open();
  document.write('<!doctype html><title>New</title><p>Today Baidu met Tencent.</p>');
  document.close();
};

describe.each(BROWSERS)('a page that writes itself anew in %s', (name) => {
  const stage = useStage(name, {
    '/old': () => '<!doctype html><meta charset="utf-8"><title>Old</title><p>Yesterday Huawei grew.</p>',
    '/empty': () => '<!doctype html><meta charset="utf-8"><title>Empty</title><p>Nothing yet.</p>',
  });

  test.each([
    ['/old', ['Huawei']],
    ['/empty', []],
  ])('M8: the names of the new document are marked, each once (%s)', async (path, marks) => {
    const page = await stage.open(path);
    await expectMarks(page, marks);
    for (let time = 0; time < 3; time++) {
      await page.evaluate(rewrite, null);
      await expectMarks(page, ['Baidu', 'Tencent']);
    }
    expect(await page.evaluate(() => [...CSS.highlights.values()].map((highlight) => highlight.size), null)).toEqual([
      2,
    ]);
    await hover(page, 'p', 'Tencent');
    await expectCard(page, 'Tencent');
    expect(await page.evaluate(() => document.documentElement.querySelectorAll(':popover-open').length, null)).toBe(1);
    expect(page.complaints).toEqual([]);
    await page.close();
  });
});
