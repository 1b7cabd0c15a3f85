import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fingerprintOf, generateKeys, type KeyPair } from '../../../src/signing/ed25519.ts';
import { makeFact, packLines } from '../../fixtures/builders.ts';
import { makeRelease } from '../../fixtures/publisher.ts';
import { BROWSERS, type TestPage } from '../drive.ts';
import { openManager } from '../own-page.ts';
import { expectMarks, expectNoCard, findCard, hover, until } from '../reader.ts';
import { act, clickOn, useStage } from '../stage.ts';
import { servePublisher, type PublisherServer } from './publisher-server.ts';

const edition = (version: number, statement: string): string[] =>
  packLines({ version, facts: [makeFact({ id: 'staff', statement }), makeFact({ id: `only-${version}` })] });
const FIRST = edition(1, 'Acme has five labs.');
const SECOND = edition(2, 'Acme has seven labs.');

const textOf = (page: TestPage): Promise<string> => page.evaluate(() => document.body.textContent ?? '', null);
const expectText = (page: TestPage, said: RegExp): Promise<string> =>
  until(
    () => textOf(page),
    (text) => said.test(text),
    String(said),
  );

/** What stands on the card of the first mention; nothing while marks are being renewed under a pointer that rests. */
async function readCard(page: TestPage): Promise<string> {
  await page.bringToFront();
  await page.mouse.move(2, 2);
  await hover(page, 'p', 'Acme Robotics');
  const deadline = Date.now() + 2500;
  let text = '';
  while (text === '' && Date.now() < deadline) {
    const card = await findCard(page);
    const shown = card?.evaluate(
      () => (document.querySelector('.card-name') === null ? '' : document.body.innerText),
      null,
    );
    text = (await shown?.catch(() => '')) ?? '';
    await sleep(50);
  }
  await page.keyboard.press('Escape');
  await expectNoCard(page);
  return text;
}

/** Reads the card until it says so. */
const expectCardSays = (page: TestPage, said: string): Promise<string> =>
  until(
    () => readCard(page),
    (text) => text.includes(said),
    said,
  );

describe.each(BROWSERS)('the third daily act in %s', (name) => {
  const stage = useStage(name, {
    '/acme': () => '<!doctype html><meta charset="utf-8"><title>Acme</title><p>Acme Robotics met Huawei.</p>',
  });
  let publisher: PublisherServer;
  let keys: KeyPair;
  let manager: TestPage;
  let article: TestPage;
  beforeAll(async () => {
    [publisher, keys] = await Promise.all([servePublisher(), generateKeys()]);
  });
  afterAll(() => publisher.close());

  test('a pack is subscribed to from its address, after a look at whose it is', async () => {
    publisher.files = await makeRelease({ version: 1, lines: FIRST, signers: [keys] });
    article = await stage.open('/acme');
    await expectMarks(article, ['Huawei']);
    manager = await openManager(stage);
    await manager.gotoOwnPage(
      `${stage.browser.extensionOrigin}/manager.html#/subscribe?url=${encodeURIComponent(`${publisher.origin}/demo.manifest.json`)}`,
    );
    // An address that does not lead to the public net is not asked before somebody says so.
    await until(
      () => textOf(manager),
      (text) => text.includes('Look'),
      'the form',
    );
    expect(publisher.requests).toEqual([]);
    await clickOn(manager, 'button[type="submit"]');
    const seen = await expectText(manager, /Subscribe and install/);
    const fingerprint = (await fingerprintOf(keys.publicKey)).slice(0, 32).replace(/.{4}(?=.)/g, '$& ');
    expect(seen).toContain(fingerprint);
    await manager.screenshot({ path: resolve(`.artifacts/subscribe-${name}.png`) });
    await clickOn(manager, '.found .button[data-tone="main"]');
    await expectText(manager, /is installed and will be kept up to date/);
    await expectMarks(article, ['Acme Robotics', 'Huawei']);
    await expectCardSays(article, 'Acme has five labs.');
  });

  test('an update is reviewed, applied, and felt in an open tab without reload', async () => {
    const previous = { version: 1, lines: FIRST };
    publisher.files = await makeRelease({ version: 2, lines: SECOND, previous, signers: [keys] });
    await manager.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/packs`);
    await until(
      () => textOf(manager),
      (text) => text.includes('Check now'),
      'the packs',
    );
    await clickOn(manager, '[data-pack="demo"] .update-state .button');
    await expectText(manager, /Version 2 is here and waits for you/);
    await manager.screenshot({ path: resolve(`.artifacts/packs-${name}.png`) });
    await expectCardSays(article, 'five labs');
    await clickOn(manager, '[data-pack="demo"] .notice a');
    const review = await expectText(manager, /what version 2 changes/);
    expect(review).toContain('1 added, 1 changed, 1 removed');
    const words = await manager.evaluate(
      () => [...document.querySelectorAll('[data-fact="staff"] :is(ins, del)')].map((part) => part.textContent),
      null,
    );
    expect(words).toEqual(['five', 'seven']);
    await manager.screenshot({ path: resolve(`.artifacts/review-${name}.png`) });
    await clickOn(manager, '.review .button[data-tone="main"]');
    await expectText(manager, /Version 2, /);
    await expectCardSays(article, 'seven labs');
    // Until the user has looked at what the update changed.
    await expectCardSays(article, 'New');
  });

  test('and gone back from, by one click', async () => {
    await act(manager, '[data-pack="demo"] summary', 'click');
    await clickOn(manager, '[data-pack="demo"] .versions .button');
    await expectCardSays(article, 'five labs');
    // The next check respects that.
    await clickOn(manager, '[data-pack="demo"] .update-state .button');
    await until(
      () => textOf(manager),
      (text) => /Checked this minute/.test(text),
      'the check',
    );
    await expectCardSays(article, 'five labs');
  });

  test('all that was asked for stands in a log, and says nothing of the reader', async () => {
    await manager.gotoOwnPage(`${stage.browser.extensionOrigin}/manager.html#/requests`);
    const log = await expectText(manager, /newest first/);
    expect(log).toContain('/demo.manifest.json');
    const paths = new Set(publisher.requests.map(({ path }) => path));
    expect([...paths].toSorted()).toEqual(expect.arrayContaining(['/demo-1.factpack.jsonl.gz', '/demo.manifest.json']));
    for (const { headers } of publisher.requests) {
      expect(headers.cookie).toBeUndefined();
      expect(headers.referer).toBeUndefined();
    }
    await Promise.all([manager.close(), article.close()]);
  });
});
