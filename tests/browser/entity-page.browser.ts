import { resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeFact, packLines } from '../fixtures/builders.ts';
import { BROWSERS, type TestPage } from './drive.ts';
import { violationsOf } from './find-violations.ts';
import { installPack } from './layers/install-pack.ts';
import { openManager } from './own-page.ts';
import { expectMarks, until } from './reader.ts';
import { clickOn, useStage } from './stage.ts';

const OURS = packLines({
  id: 'ours',
  entities: [
    {
      id: 'acme',
      name: 'Acme Robotics',
      type: 'company',
      aliases: [{ text: 'Beacon', needs: { words: ['tractor'] } }],
    },
    { id: 'hank', name: 'Hank Rearview', type: 'person' },
  ],
  facts: [
    makeFact({ id: 'f1', statement: 'Acme has five labs.', asOf: { date: '2018-05', basis: 'stated' } }),
    makeFact({
      id: 'f2',
      subjects: ['acme', 'hank'],
      statement: 'Acme was founded by Hank Rearview.',
      kind: 'founder',
      asOf: { date: '2019', basis: 'stated' },
    }),
  ],
});
const THEIRS = packLines({
  id: 'theirs',
  entities: [{ id: 'zenith-works', name: 'Zenith Works', type: 'company' }],
  facts: [
    makeFact({
      ...{ id: 'f9', subjects: ['zenith-works'], statement: 'Zenith Works has six labs.' },
      asOf: { date: '2020', basis: 'stated' },
    }),
  ],
});

const textOf = (page: TestPage, selector = '.entity-page'): Promise<string> =>
  page.evaluate((wanted) => document.querySelector<HTMLElement>(wanted)?.innerText ?? '', selector);
const expectText = (page: TestPage, said: string, selector?: string): Promise<string> =>
  until(
    () => textOf(page, selector),
    (text) => text.includes(said),
    said,
  );
const expectNoText = (page: TestPage, said: string): Promise<string> =>
  until(
    () => textOf(page),
    (text) => text !== '' && !text.includes(said),
    `no ${said}`,
  );
const appears = (page: TestPage, selector: string): Promise<number> =>
  until(
    () => page.evaluate((wanted) => document.querySelectorAll(wanted).length, selector),
    (count) => count > 0,
    selector,
  );

describe.each(BROWSERS)('the page of an entity in %s', (name) => {
  const stage = useStage(name, {
    '/zenith': () => '<!doctype html><meta charset="utf-8"><title>Z</title><p>Zenith Works met Huawei.</p>',
  });
  let page: TestPage;

  beforeAll(async () => {
    page = await openManager(stage);
    await installPack(page, 'ours', OURS);
    await installPack(page, 'theirs', THEIRS);
    await page.bringToFront();
    await page.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/entity/ours/acme`);
    await expectText(page, 'Acme has five labs.');
  });

  test('says with a search that a name of another pack is the same, and takes it back', async () => {
    await clickOn(page, '[data-action="join"]');
    await appears(page, '.join-entity input');
    await page.keyboard.type('zenith');
    await appears(page, '.join-choice');
    expect(await violationsOf(page)).toEqual([]);
    await page.screenshot({ path: resolve(`.artifacts/entity-join-${name}.png`) });
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    const both = await expectText(page, 'Zenith Works has six labs.');
    expect(both).toContain('In Pack theirs');
    expect(both).toContain('“Acme Robotics” (Pack ours) and “Zenith Works” (Pack theirs) are the same.');
    const article = await stage.open('/zenith');
    await expectMarks(article, ['Zenith Works', 'Huawei']);
    await article.close();

    await page.bringToFront();
    await clickOn(page, '[data-part="theirs"]');
    await expectNoText(page, 'six labs');
    await expectText(page, 'are not the same.');
    await clickOn(page, '[data-word="different"] [data-action="take-back"]');
    await expectNoText(page, 'You said');
    expect(page.complaints).toEqual([]);
  });

  test('shows facts by kind or over time, as its address says, and leads to whom they name', async () => {
    const sections = (): Promise<string> =>
      page.evaluate(
        () => [...document.querySelectorAll('.claim-section h2')].map((each) => each.textContent).join(', '),
        null,
      );
    await until(sections, (shown) => shown === 'founder, valuation', 'kinds');
    await clickOn(page, '[data-order="time"]');
    await until(sections, (shown) => shown === '2019, 2018', 'years');
    expect(page.url()).toContain('?order=time');
    expect(await violationsOf(page)).toEqual([]);
    await page.screenshot({ path: resolve(`.artifacts/entity-time-${name}.png`) });
    await page.evaluate(() => history.back(), null);
    await until(sections, (shown) => shown === 'founder, valuation', 'kinds again');

    await clickOn(page, '[data-related="ours/hank"] a');
    await expectText(page, 'Hank Rearview', '.entity-page h1');
    expect(page.url()).toContain('#/entity/ours/hank');
    await until(
      () => textOf(page, '.related'),
      (text) => text.includes('Acme Robotics'),
      'the way back',
    );
    expect(page.complaints).toEqual([]);
  });

  test('tries its names on a text that is typed', async () => {
    await page.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/entity/ours/acme`);
    // The page of whom the last test was led to has such a box as well.
    await expectText(page, 'Acme Robotics', '.entity-page h1');
    await clickOn(page, '.try-name summary');
    await clickOn(page, '.try-name textarea');
    await page.keyboard.type('Acme Robotics met Huawei. The Beacon shone.');
    const told = await until(
      () => textOf(page, '.tried-reasons'),
      (text) => text.includes('“Beacon” is not marked'),
      'the reasons',
    );
    expect(told).toContain('“Acme Robotics” matches the alias “Acme Robotics”, 98% sure: it is a full name.');
    expect(told).toContain('what the pack asks for is not nearby');
    const marks = await page.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('[data-tried]')].map(
          (mark) => `${mark.dataset['tried']} ${mark.textContent}`,
        ),
      null,
    );
    expect(marks).toEqual(['this Acme Robotics', 'other Huawei', 'miss Beacon']);
    expect(await textOf(page, '.name-rules')).toContain('only near “tractor”');
    expect(await violationsOf(page)).toEqual([]);
    await page.screenshot({ path: resolve(`.artifacts/entity-try-${name}.png`) });
    expect(page.complaints).toEqual([]);
  });
});
