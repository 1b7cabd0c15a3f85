import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFact, packLines } from '../../fixtures/builders.ts';
import { BROWSERS, type TestPage } from '../drive.ts';
import { openManager, request } from '../own-page.ts';
import { expectCard, expectMarks, expectNoCard, hover, until } from '../reader.ts';
import { act, clickOn, useStage } from '../stage.ts';
import { tabOf } from '../tab-of.ts';
import { installPack } from './install-pack.ts';

const edition = (version: number): string[] =>
  packLines({
    version,
    facts: [
      makeFact({ id: 'staff', statement: `Acme had ${version} labs.` }),
      makeFact({ id: 'boring', statement: `Acme painted door ${version}.` }),
    ],
  });

const textOf = (page: TestPage): Promise<string> => page.evaluate(() => document.body.innerText, null);
const expectText = (page: TestPage, said: string): Promise<string> =>
  until(
    () => textOf(page),
    (text) => text.includes(said),
    said,
  );

/** Types a note into the open form and saves it. */
async function writeNote(manager: TestPage, text: string): Promise<void> {
  await until(
    () => manager.evaluate(() => document.querySelectorAll('.note-form textarea').length, null),
    (count) => count === 1,
    'the form',
  );
  await clickOn(manager, '.note-form textarea');
  await manager.keyboard.type(text);
  await clickOn(manager, '.note-form [type="submit"]');
  await expectText(manager, text);
}

async function readCard(page: TestPage): Promise<string> {
  await page.bringToFront();
  await hover(page, 'p', 'Acme Robotics');
  const card = await expectCard(page, 'Acme Robotics');
  const text = await card.evaluate(() => document.body.innerText, null);
  await page.keyboard.press('Escape');
  await page.mouse.move(900, 700);
  await expectNoCard(page);
  return text;
}

describe.each(BROWSERS)('what the user adds in %s', (name) => {
  const stage = useStage(name, {
    '/acme': () =>
      '<!doctype html><meta charset="utf-8"><title>Acme</title><p>Acme Robotics and the Roadrunner Firm met Huawei.</p>',
    '/plain': () => '<!doctype html><meta charset="utf-8"><title>Plain</title><p>Acme Robotics rose.</p>',
    '/followed': () => '<!doctype html><meta charset="utf-8"><title>Followed</title><p>Xenon Foundry sued Huawei.</p>',
  });
  const entityUrl = (): string => `${stage.browser.extensionOrigin}/manager.html#/entity/demo/acme`;

  test('a note and a hidden fact are on every card, and survive an update of the pack', async () => {
    const manager = await openManager(stage);
    await installPack(manager, 'demo-1', edition(1));
    const entity = await openManager(stage);
    await entity.gotoOwnPage(entityUrl());
    await expectText(entity, 'Acme had 1 labs.');
    await clickOn(entity, '.entity-page header [data-new="note"]');
    await writeNote(entity, 'Ask Hank about the labs.');
    await act(entity, '[data-fact="boring"] [data-action="hide"]', 'click');
    const shown = await expectText(entity, '1 hidden fact: show');
    expect(shown).not.toContain('painted door');
    await entity.screenshot({ path: resolve(`.artifacts/own-${name}.png`) });

    const page = await stage.open('/acme');
    await expectMarks(page, ['Acme Robotics', 'Huawei']);
    const before = await readCard(page);
    expect(before).toContain('Ask Hank about the labs.');
    expect(before).toContain('Acme had 1 labs.');
    expect(before).not.toContain('painted door');

    await manager.bringToFront();
    await installPack(manager, 'demo-2', edition(2));
    const after = await until(
      () => readCard(page),
      (text) => text.includes('Acme had 2 labs.'),
      'the card of version 2',
    );
    expect(after).toContain('Ask Hank about the labs.');
    expect(after).not.toContain('painted door');

    await entity.bringToFront();
    await entity.gotoOwnPage(entityUrl());
    await expectText(entity, '1 hidden fact: show');
    await clickOn(entity, '.hidden-facts summary');
    await clickOn(entity, '.hidden-facts .chip');
    await expectText(entity, 'Acme painted door 2.');
    await Promise.all([manager.close(), entity.close(), page.close()]);
  });

  test('an alias of the user is marked at once in an open tab, and a fact stands on the card with whose it is', async () => {
    const page = await stage.open('/acme');
    await expectMarks(page, ['Acme Robotics', 'Huawei']);
    const manager = await openManager(stage);
    const acme = { pack: 'demo', id: 'acme' };
    const answer = await request(manager, 'page.addAlias', { entity: acme, alias: { text: 'Roadrunner Firm' } });
    expect(answer).toEqual({ ok: true, value: { ok: true, value: null } });
    await expectMarks(page, ['Acme Robotics', 'Roadrunner Firm', 'Huawei']);
    const refused = await request(manager, 'page.editOwn', { put: [{ fact: { id: 'Bad id' } }], remove: [] });
    expect(JSON.stringify(refused)).toContain('fact.id must be lower-case letters');
    const put = [
      { source: { id: 'mine', type: 'webpage', title: 'My own reading' } },
      { fact: makeFact({ id: 'mine', statement: 'Acme sells anvils.', references: [{ source: 'mine' }] }) },
    ];
    expect(await request(manager, 'page.editOwn', { put, remove: [] })).toEqual({
      ok: true,
      value: { ok: true, value: null },
    });
    const card = await readCard(page);
    expect(card).toContain('Acme sells anvils.');
    expect(card).toContain('In Your additions');
    // A driver moves between tabs without the focus that a person's click gives.
    await manager.evaluate(() => window.dispatchEvent(new Event('focus')), null);
    await expectText(manager, 'Save as a proposal for Pack demo');
    const { value } = (await request(manager, 'page.exportOwn', { pack: 'demo' })) as { value: string };
    expect(value.split('\n')[0]).toContain('"format":"factpack-patch"');
    expect(value).toContain('"subjects":["acme"]');
    await manager.screenshot({ path: resolve(`.artifacts/own-packs-${name}.png`) });
    expect(page.complaints).toEqual([]);
    await Promise.all([manager.close(), page.close()]);
  });

  test('a fact of a pack is corrected: the card shows the user’s own, the publisher is proposed the change, and undone it is as before', async () => {
    const manager = await openManager(stage);
    await installPack(manager, 'demo-9', edition(9));
    await manager.gotoOwnPage(entityUrl());
    await expectText(manager, 'Acme had 9 labs.');
    await act(manager, '[data-fact="staff"] [data-action="correct"]', 'click');
    await until(
      () => manager.evaluate(() => document.querySelectorAll('.record-form').length, null),
      (count) => count === 1,
      'the form',
    );
    await act(manager, '[data-field="fact.statement"] textarea', 'select');
    await manager.keyboard.type('Acme had 7 labs, they say.');
    await manager.screenshot({ path: resolve(`.artifacts/correct-fact-${name}.png`) });
    await clickOn(manager, '.record-form [type="submit"]');
    const shown = await expectText(manager, 'Acme had 7 labs, they say.');
    expect(shown).not.toContain('Acme had 9 labs.');
    const page = await stage.open('/plain');
    await expectMarks(page, ['Acme Robotics']);
    const card = await readCard(page);
    expect(card).toContain('Acme had 7 labs, they say.');
    expect(card).not.toContain('Acme had 9 labs.');

    const { value } = (await request(manager, 'page.exportOwn', { pack: 'demo' })) as { value: string };
    const proposed = value.split('\n').filter((line) => line.includes('they say'));
    expect(proposed).toHaveLength(1);
    expect(proposed[0]).toContain('"id":"staff"');
    expect(proposed[0]).toContain('"subjects":["acme"]');

    await request(manager, 'page.stepOwn', { direction: 'undo' });
    expect(await readCard(page)).toContain('Acme had 9 labs.');
    await Promise.all([manager.close(), page.close()]);
  });

  test('a name that only the user follows is quiet until it is wanted on the site; any name as its reader chose', async () => {
    const page = await stage.open('/followed');
    await expectMarks(page, ['Huawei']);
    const manager = await openManager(stage);
    const put = [{ entity: { id: 'xenon', name: 'Xenon Foundry', type: 'company' } }];
    await request(manager, 'page.editOwn', { put, remove: [] });
    const popup = await openManager(stage);
    await popup.gotoOwnPage(`${stage.browser.extensionOrigin}/popup.html?tab=${await tabOf(popup, page)}`);
    const shown = await until(
      () => textOf(popup),
      (text) => text.includes('Xenon Foundry'),
      'the name in the popup',
    );
    expect(shown).toContain('not marked');
    await expectMarks(page, ['Huawei']);
    await popup.screenshot({ path: resolve(`.artifacts/own-quiet-${name}.png`) });
    await clickOn(popup, '[data-own-names]');
    await expectMarks(page, ['Xenon Foundry', 'Huawei']);

    const entity = await openManager(stage);
    await entity.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/entity/china-ai/huawei`);
    await expectText(entity, 'Huawei');
    await entity.evaluate(() => {
      const [choice] = [...document.querySelectorAll<HTMLSelectElement>('.entity-page header select')];
      if (choice === undefined) throw new Error('no choice');
      choice.value = 'quiet';
      choice.dispatchEvent(new Event('change', { bubbles: true }));
    }, null);
    await expectMarks(page, ['Xenon Foundry']);
    await entity.screenshot({ path: resolve(`.artifacts/entity-privacy-${name}.png`) });
    const set = { entity: { pack: 'china-ai', id: 'huawei' }, privacy: null };
    await request(manager, 'page.setEntityPrivacy', set);
    await expectMarks(page, ['Xenon Foundry', 'Huawei']);
    await Promise.all([manager, popup, entity, page].map((each) => each.close()));
  });
});
