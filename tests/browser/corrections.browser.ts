import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { BROWSERS, type TestPage } from './drive.ts';
import { openManager, request } from './own-page.ts';
import { expectCard, expectMarks, hover, until } from './reader.ts';
import { clickOn, useStage } from './stage.ts';

const ARTICLE =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Wrong</title><p>The Huawei phone fell. Huawei and Baidu did not.</p></html>';

describe.each(BROWSERS)('a wrong mark in %s', (name) => {
  const stage = useStage(name, { '/wrong': () => ARTICLE });

  /** The address to which the open card leads for corrections. */
  async function addressFromCard(page: TestPage): Promise<string> {
    await hover(page, 'p', 'Huawei');
    const card = await expectCard(page, 'Huawei');
    return card.evaluate(() => {
      document.querySelector<HTMLElement>('.card-foot summary')?.click();
      return document.querySelector<HTMLAnchorElement>('.why a')?.href ?? '';
    }, null);
  }
  async function correct(address: string, choice: string): Promise<TestPage> {
    const manager = await openManager(stage);
    await manager.gotoOwnPage(address);
    await until(
      () => manager.evaluate(() => document.querySelectorAll('.correction-form').length, null),
      (count) => count === 1,
      'the form',
    );
    await clickOn(manager, `input[value="${choice}"]`);
    await clickOn(manager, '.correction-form [type="submit"]');
    await until(
      () => manager.evaluate(() => document.querySelectorAll('.correction').length, null),
      (count) => count === 1,
      'the correction in the list',
    );
    return manager;
  }

  test.each([
    ['within a phrase', 'not-in-phrase', ['Huawei', 'Baidu'], /does not mean Huawei in “Huawei phone”/],
    ['on this site', 'not-on-site', ['Baidu'], /does not mean Huawei on localhost|on 127\.0\.0\.1/],
    ['everywhere', 'never', ['Baidu'], /does not mean Huawei anywhere/],
  ])('is corrected %s, felt in the open tab at once, listed, and taken back', async (_how, choice, marks, said) => {
    const page = await stage.open('/wrong');
    await expectMarks(page, ['Huawei', 'Huawei', 'Baidu']);
    const manager = await correct(await addressFromCard(page), choice);
    expect(await manager.evaluate(() => document.querySelector('.correction span')?.textContent ?? '', null)).toMatch(
      said,
    );
    await page.bringToFront();
    await expectMarks(page, marks);
    const exported = (await request(manager, 'page.exportCorrections', { pack: 'china-ai' })) as { value: string };
    expect(exported.value).toContain('"format":"factpack-patch"');
    await manager.bringToFront();
    await clickOn(manager, '.correction button');
    await page.bringToFront();
    await expectMarks(page, ['Huawei', 'Huawei', 'Baidu']);
    await Promise.all([manager.close(), page.close()]);
  });

  test('the card leads to its fact in the manager, with all the others', async () => {
    const page = await stage.open('/wrong');
    await expectMarks(page, ['Huawei', 'Huawei', 'Baidu']);
    await hover(page, 'p', 'Baidu');
    const card = await expectCard(page, 'Baidu');
    const address = await card.evaluate(
      () => document.querySelector<HTMLAnchorElement>('.fact-actions-row a')?.href ?? '',
      null,
    );
    const manager = await openManager(stage);
    await manager.gotoOwnPage(address);
    const shown = await until(
      () => manager.evaluate(() => document.querySelectorAll('.fact').length, null),
      (count) => count > 0,
      'facts',
    );
    const pack = readFileSync('data/packs/china-ai.factpack.jsonl', 'utf8');
    const facts = pack
      .split('\n')
      .filter((line) => line.startsWith('{"fact"') && /"subjects":\[[^\]]*"baidu"/.test(line));
    expect(shown).toBe(facts.length);
    // Chosen only after it is drawn.
    const chosen = await until(
      () => manager.evaluate(() => document.querySelector<HTMLElement>('[data-chosen]')?.dataset['fact'] ?? '', null),
      (fact) => fact !== '',
      'the fact that was asked for',
    );
    expect(address.endsWith(`/${chosen}`)).toBe(true);
    await Promise.all([manager.close(), page.close()]);
  });
});
