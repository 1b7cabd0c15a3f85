import { describe, expect, test } from 'vitest';
import { BROWSERS, type TestPage } from './drive.ts';
import { openManager } from './own-page.ts';
import { expectCard, expectMarks, hover, until } from './reader.ts';
import { clickOn, useStage } from './stage.ts';

const ROUTES = {
  '/news': () => '<!doctype html><meta charset="utf-8"><title>News</title><p>Huawei met Roadrunner Tractors.</p>',
};

const expectText = (page: TestPage, said: RegExp, isThere = true): Promise<string> =>
  until(
    () => page.evaluate(() => document.body.innerText, null),
    (text) => said.test(text) === isThere,
    String(said),
  );

/** Fills in a field of the open form, as its reader would: clicks it and types. */
async function fill(page: TestPage, path: string, text: string): Promise<void> {
  await clickOn(page, `[data-field="${path}"] :is(input, textarea)`);
  await page.keyboard.type(text);
}
const save = (page: TestPage): Promise<void> => clickOn(page, '.record-form [type="submit"]');

describe.each(BROWSERS)('the user’s own pack in %s', (name) => {
  const stage = useStage(name, ROUTES);

  test('a name is added, edited, removed, taken back and restored, and each is felt at once in an open tab', async () => {
    const reading = await stage.open('/news');
    await expectMarks(reading, ['Huawei']);
    const manager = await openManager(stage);
    await manager.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/own`);
    const marksAre = async (marks: string[]): Promise<void> => {
      await reading.bringToFront();
      await expectMarks(reading, marks);
      await manager.bringToFront();
    };
    await expectText(manager, /Nothing yet/);
    await clickOn(manager, '[data-new="entity"]');
    await save(manager);
    await until(
      () =>
        manager.evaluate(
          () => document.querySelector('[data-field="entity.name"] .field-problem')?.textContent ?? '',
          null,
        ),
      (text) => text.includes('must'),
      'what is wrong, beside the field',
    );
    await fill(manager, 'entity.name', 'Roadrunner Tractors');
    await save(manager);
    await expectText(manager, /Roadrunner Tractors/);
    await marksAre(['Huawei']);
    await clickOn(manager, '[data-mark-everywhere]');
    await marksAre(['Huawei', 'Roadrunner Tractors']);

    await clickOn(manager, '[data-remove]');
    await expectText(manager, /Trash/i);
    await marksAre(['Huawei']);
    await clickOn(manager, '[data-step="undo"]');
    await expectText(manager, /Trash/i, false);
    await marksAre(['Huawei', 'Roadrunner Tractors']);
    await clickOn(manager, '[data-step="redo"]');
    await expectText(manager, /Trash/i);
    await clickOn(manager, '[data-restore-record]');
    await expectText(manager, /Trash/i, false);
    await marksAre(['Huawei', 'Roadrunner Tractors']);

    await clickOn(manager, '[data-edit]');
    await fill(manager, 'entity.aliases', 'Huawei met');
    await save(manager);
    await marksAre(['Huawei met', 'Roadrunner Tractors']);
    await clickOn(manager, '[data-step="undo"]');
    await marksAre(['Huawei', 'Roadrunner Tractors']);
    expect(manager.complaints).toEqual([]);
    await Promise.all([manager.close(), reading.close()]);
  });

  test('a fact is added to a name of another pack, with its source, and stands on the card', async () => {
    const reading = await stage.open('/news');
    await expectMarks(reading, ['Huawei', 'Roadrunner Tractors']);
    const manager = await openManager(stage);
    await manager.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/entity/china-ai/huawei`);
    await expectText(manager, /Huawei/);
    await clickOn(manager, '[data-new="fact"]');
    await fill(manager, 'fact.statement', 'Huawei bought a tractor.');
    await fill(manager, 'fact.asOf', '2026-11');
    await fill(manager, 'source.title', 'Tractor Weekly');
    await fill(manager, 'source.URL', 'javascript:alert(1)');
    await save(manager);
    await until(
      () =>
        manager.evaluate(
          () => document.querySelector('[data-field="source.URL"] .field-problem')?.textContent ?? '',
          null,
        ),
      (text) => text.includes('javascript:alert(1)'),
      'what is wrong with the address',
    );
    expect(await manager.evaluate(() => document.body.innerText, null)).not.toContain('Tractor Weekly, ');
    await manager.evaluate(() => {
      const field = document.querySelector<HTMLInputElement>('[data-field="source.URL"] input');
      field?.focus();
      field?.select();
    }, null);
    await manager.keyboard.type('https://tractors.example/1');
    await save(manager);
    await expectText(manager, /Huawei bought a tractor\./);
    await reading.bringToFront();
    await hover(reading, 'p', 'Huawei');
    const card = await expectCard(reading, 'Huawei');
    await until(
      () => card.evaluate(() => document.body.textContent ?? '', null),
      (text) => text.includes('Your additions'),
      'whose facts they are',
    );
    expect(manager.complaints).toEqual([]);
    await Promise.all([manager.close(), reading.close()]);
  });
});
