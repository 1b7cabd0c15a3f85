import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { BROWSERS, type TestFrame, type TestPage } from '../drive.ts';
import { expectCard, expectMarks, findCard, hover, until } from '../reader.ts';
import { useStage } from '../stage.ts';
import { reachForFrame, searchWords } from './card-probes.ts';
import { setFontTrap } from './font-trap.ts';
import { recordLeak } from './leak-table.ts';
import { readSightings, spyPage } from './spy.ts';

const TEXT = 'Zzz SenseTime zzz.';

/** The words of the card that stood nowhere on the page before. */
async function secretsOf(card: TestFrame, before: string): Promise<string[]> {
  const text = await until(
    () => card.evaluate(() => document.querySelector('.claims')?.textContent ?? '', null),
    (claims) => claims.length > 100,
    'facts in the card',
  );
  return [...new Set(text.match(/\p{L}{5,}/gu) ?? [])].filter((word) => !before.includes(word));
}

describe.each(BROWSERS)('an open card in %s', (name) => {
  const trap = setFontTrap();
  const stage = useStage(name, {
    ...trap.routes,
    '/spy': () => spyPage(`<p>${TEXT}</p>`, []),
    '/fonts': () =>
      `<!doctype html><meta charset="utf-8"><title>Fonts</title><style>${trap.css} * { font-family: Trap !important; } html, iframe { font-family: Trap !important; font-size: 40px !important; }</style><p>${TEXT}</p>`,
  });
  let page: TestPage;
  let card: TestFrame;
  let before = '';
  beforeAll(async () => {
    page = await stage.open('/spy');
    await expectMarks(page, ['SenseTime']);
    before = await page.evaluate(() => document.documentElement.outerHTML, null);
    await hover(page, 'p', 'SenseTime');
    card = await expectCard(page, 'SenseTime');
  });
  afterAll(() => page.close());

  test('T4: none of its words is found by searching, selecting, copying or serialising', async () => {
    const secrets = await secretsOf(card, before);
    expect(secrets.length).toBeGreaterThan(10);
    const found = await page.evaluate(searchWords, secrets);
    recordLeak('text', name, new Set(found.map(({ word }) => word)).size);
    expect(found).toEqual([]);
    // The probe finds what is there.
    expect((await page.evaluate(searchWords, ['SenseTime'])).map(({ way }) => way)).toEqual(
      expect.arrayContaining(['find', 'selection of everything', 'text', 'markup', 'copy', 'range']),
    );
    expect(await findCard(page)).not.toBeNull();
  });

  test('T4: its frame is out of reach: no frame, message, resource entry or inner element', async () => {
    await sleep(2000);
    const reach = await page.evaluate(reachForFrame, null);
    const { messages, events, traps } = await page.evaluate(readSightings, null);
    recordLeak('frame', name, reach.frames + messages + reach.resources);
    expect(reach).toMatchObject({
      root: 'closed',
      openOrClosed: 'absent',
      children: 0,
      caretInText: false,
      frames: 0,
      firstFrame: 'undefined',
      active: 'body',
      resources: 0,
    });
    expect(reach.inChain.filter((tag) => tag !== 'div' && tag !== 'html')).toEqual([]);
    expect({ messages, events, traps }).toEqual({ messages: 0, events: [], traps: [] });
  });

  test('T4: observers of its element report geometry only, and no more of it than the eye sees', async () => {
    const reports = await page.evaluate(
      () =>
        new Promise<{ sizes: number; targets: string[] }>((done) => {
          const host = document.documentElement.lastElementChild as Element;
          const targets: string[] = [];
          let sizes = 0;
          new ResizeObserver((entries) => {
            sizes += entries.length;
          }).observe(host);
          new IntersectionObserver((entries) => {
            for (const { target } of entries) targets.push(target.localName);
          }).observe(host);
          setTimeout(() => done({ sizes, targets }), 1500);
        }),
      null,
    );
    // One first report each: the card at rest neither grows nor moves.
    expect(reports).toEqual({ sizes: 1, targets: ['div'] });
  });

  test('T4: a font of the page never draws a letter of it', async () => {
    const fonts = await stage.open('/fonts');
    await expectMarks(fonts, ['SenseTime']);
    await until(
      () => Promise.resolve(trap.asked().join('')),
      (asked) => asked.includes('T') && asked.includes('z'),
      'the fonts of the page itself',
    );
    await hover(fonts, 'p', 'SenseTime');
    const opened = await expectCard(fonts, 'SenseTime');
    await secretsOf(opened, TEXT);
    await sleep(2000);
    const letters = trap.asked().filter((letter) => !TEXT.includes(letter));
    recordLeak('fonts', name, letters.length);
    expect(letters).toEqual([]);
    await fonts.close();
  });
});
