import { describe, expect, test } from 'vitest';
import { BROWSERS, type TestPage } from './drive.ts';
import { openManager } from './own-page.ts';
import { expectMarks, until } from './reader.ts';
import { act, clickOn, useStage, type Stage } from './stage.ts';

const ROUTES = {
  '/news': () => '<!doctype html><meta charset="utf-8"><title>News</title><p>Huawei met Baidu.</p><p>Huawei left.</p>',
};

async function openView(stage: Stage, view: string): Promise<TestPage> {
  const manager = await openManager(stage);
  await manager.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/${view}`);
  await until(
    () => manager.evaluate(() => document.querySelector('h1')?.textContent ?? '', null),
    (title) => title.toLowerCase() === view,
    `the view ${view}`,
  );
  return manager;
}

describe.each(BROWSERS)('the settings page in %s', (name) => {
  const stage = useStage(name, ROUTES);

  test('a choice, a site and a reset are felt at once in an open tab, and a reset can be taken back', async () => {
    const reading = await stage.open('/news');
    await expectMarks(reading, ['Huawei', 'Baidu', 'Huawei']);
    const manager = await openView(stage, 'settings');
    const marksAre = async (marks: string[]): Promise<void> => {
      await reading.bringToFront();
      await expectMarks(reading, marks);
      await manager.bringToFront();
    };
    await clickOn(manager, '#settings-where ~ .switch-row .switch');
    await marksAre([]);
    await clickOn(manager, '#settings-where ~ .switch-row .switch');
    await marksAre(['Huawei', 'Baidu', 'Huawei']);
    // Every mention was chosen for the tests; at first it is the first of each section.
    await clickOn(manager, '[data-reset]');
    await marksAre(['Huawei', 'Baidu']);
    await clickOn(manager, '[data-undo-reset]');
    await marksAre(['Huawei', 'Baidu', 'Huawei']);

    await clickOn(manager, '.site-list summary');
    await clickOn(manager, '.site-list[open] input');
    await manager.keyboard.type('http://127.0.0.1/x');
    await manager.keyboard.press('Enter');
    await until(
      () => manager.evaluate(() => document.querySelector('.site-list [role="alert"]')?.textContent ?? '', null),
      (text) => text.includes('example.org'),
      'what a site looks like',
    );
    await act(manager, '.site-list[open] input', 'select');
    await manager.keyboard.type('https://www.news.example/today');
    await manager.keyboard.press('Enter');
    await until(
      () => manager.evaluate(() => document.querySelectorAll('[data-site="news.example"]').length, null),
      (count) => count === 1,
      'the site',
    );
    expect(manager.complaints).toEqual([]);
    await Promise.all([manager.close(), reading.close()]);
  });

  test('health says what is well, and the report holds nothing of a page', async () => {
    const reading = await stage.open('/news');
    await expectMarks(reading, ['Huawei', 'Baidu', 'Huawei']);
    const manager = await openView(stage, 'health');
    const checks = await manager.evaluate(
      () =>
        [...document.querySelectorAll('[data-check]')].map(
          (check) => `${check.getAttribute('data-check')}: ${check.getAttribute('data-tone')}`,
        ),
      null,
    );
    expect(checks).toEqual(
      expect.arrayContaining(['access: good', 'persistence: good', 'packs: good', 'updates: good', 'imports: good']),
    );
    await manager.evaluate(() => {
      navigator.clipboard.writeText = (text) => {
        document.title = text;
        return Promise.resolve();
      };
    }, null);
    await clickOn(manager, '[data-copy-report]');
    const report = await until(
      () => manager.evaluate(() => document.title, null),
      (title) => title.startsWith('Sidelight 0.'),
      'the report',
    );
    expect(report).toMatch(/pack china-ai \d+: \d+ records/);
    expect(report).not.toMatch(/Huawei|127\.0\.0\.1|news/i);
    await Promise.all([manager.close(), reading.close()]);
  });
});
