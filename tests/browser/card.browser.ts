import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { loadPacks, DEFAULT_PACK } from '../../src/cli/load-packs.ts';
import { BROWSERS, type TestFrame, type TestPage } from './drive.ts';
import { expectCard, expectNoCard, findCard, hover, markedIn, placeOf, until } from './reader.ts';
import { act, useStage } from './stage.ts';

/** When a card would long have been shown. */
const PAST_DWELL_MS = 700;

const [pack] = loadPacks([DEFAULT_PACK]);
const factsOf = (id: string): string[] =>
  (pack?.facts ?? []).filter((fact) => fact.subjects.includes(id)).map((fact) => fact.id);

/** What a card shows of each fact. */
const readFacts = (card: TestFrame) =>
  card.evaluate(
    () =>
      [...document.querySelectorAll<HTMLElement>('[data-fact]')].map((fact) => ({
        id: fact.dataset['fact'] ?? '',
        statement: fact.querySelector('.fact-statement')?.textContent ?? '',
        certainty: fact.querySelector('.badge')?.textContent ?? '',
        qualifiers: fact.querySelector('.fact-qualifiers')?.textContent ?? '',
        sources: [...fact.querySelectorAll('.fact-sources li')].map((source) => source.textContent ?? ''),
        links: [...fact.querySelectorAll<HTMLAnchorElement>('.fact-sources a')].map((link) => link.href),
      })),
    null,
  );

const UNMARKED = `<!doctype html><meta charset="utf-8"><title>Unmarked</title><p>China and Huawei.</p>`;
const DIALOG = `<!doctype html><meta charset="utf-8"><title>Dialog</title><dialog><p>Huawei in a modal dialog.</p></dialog><script>document.querySelector('dialog').showModal()</script>`;
const DARK = `<!doctype html><meta charset="utf-8"><title>Dark</title><style>body { background: #111; color: #eee }</style><p>Huawei by night.</p>`;
const WRITING = `<!doctype html><meta charset="utf-8"><title>Writing</title><input id="field"><p>Huawei beside a field.</p>`;
const STRICT = `<!doctype html><html><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'none'; require-trusted-types-for 'script'"><title>Strict</title></head><body><p>Huawei behind a strict policy.</p></body></html>`;

async function openWithMarks(open: (path: string) => Promise<TestPage>, path: string): Promise<TestPage> {
  const page = await open(path);
  await until(
    () => markedIn(page),
    (marks) => marks.length > 0,
    'marks',
  );
  return page;
}

describe.each(BROWSERS)('in %s', (name) => {
  const stage = useStage(name, {
    '/strict': () => STRICT,
    '/unmarked': () => UNMARKED,
    '/dialog': () => DIALOG,
    '/dark': () => DARK,
    '/writing': () => WRITING,
  });

  test('no card opens while somebody types, nor over words that are selected', async () => {
    const page = await openWithMarks(stage.open, '/writing');
    await act(page, '#field', 'focus');
    const { x, y } = await placeOf(page, 'p', 'Huawei');
    await page.mouse.move(x, y + 80);
    await page.keyboard.press('a');
    await page.mouse.move(x, y, { steps: 3 });
    await sleep(PAST_DWELL_MS);
    expect(await findCard(page)).toBeNull();

    await page.evaluate(() => {
      const word = document.querySelector('p')?.firstChild;
      if (word) getSelection()?.setBaseAndExtent(word, 0, word, 6);
    }, null);
    // Long after the key.
    await sleep(1000);
    await page.mouse.move(x + 2, y + 1);
    await sleep(PAST_DWELL_MS);
    expect(await findCard(page)).toBeNull();

    await page.evaluate(() => getSelection()?.removeAllRanges(), null);
    await page.mouse.move(x + 4, y);
    await expectCard(page, 'Huawei');
    await page.close();
  });

  test('the card is dark on a dark page, though the system is light, and has no see-through edge', async () => {
    const page = await openWithMarks(stage.open, '/dark');
    await hover(page, 'p', 'Huawei');
    const card = await expectCard(page, 'Huawei');
    expect(await card.evaluate(() => getComputedStyle(document.body).backgroundColor, null)).toBe('rgb(29, 32, 36)');
    expect(await card.evaluate(() => getComputedStyle(document.documentElement).scrollbarColor, null)).toMatch(
      / rgb\(29, 32, 36\)$/,
    );
    await page.screenshot({ path: `.artifacts/card-dark-${name}.png` });
    await page.close();
  });

  test('resting on a name opens its card with exactly the facts of the pack', async () => {
    const page = await openWithMarks(stage.open, '/static.html');
    await hover(page, '#lead', 'SenseTime');
    const card = await expectCard(page, 'SenseTime');
    await act(card, '.card-more', 'click');
    const facts = await until(
      () => readFacts(card),
      (shown) => shown.length === factsOf('sensetime').length,
      'all facts',
    );
    expect(facts.map((fact) => fact.id).toSorted()).toEqual(factsOf('sensetime').toSorted());
    for (const fact of facts) {
      const original = pack?.facts.find((candidate) => candidate.id === fact.id);
      expect(fact.statement).toBe(original?.statement);
      expect(fact.certainty.toLowerCase()).toBe(original?.certainty);
      expect(fact.sources).toHaveLength(original?.references.length ?? -1);
      expect(fact.qualifiers).toContain(original?.asOf.basis === 'unknown' ? 'undated' : 'as of');
      expect(fact.links.filter((link) => !link.startsWith('https://'))).toEqual([]);
    }
    expect(page.complaints).toEqual([]);
    await page.close();
  });

  test('claims that disagree stand side by side, the dated before the undated', async () => {
    const page = await openWithMarks(stage.open, '/static.html');
    await hover(page, '#lead', 'SenseTime');
    const card = await expectCard(page, 'SenseTime');
    const together = await card.evaluate(
      () =>
        [...document.querySelectorAll<HTMLElement>('.disagreement [data-fact]')].map((fact) => fact.dataset['fact']),
      null,
    );
    expect(together).toEqual(['f001-31', 'f004-41']);
    await page.close();
  });

  test('the card stays inside the window and clear of the word', async () => {
    const page = await openWithMarks(stage.open, '/static.html');
    await page.resize(420, 560);
    await hover(page, '#lead', 'SenseTime');
    await expectCard(page, 'SenseTime');
    const geometry = await until(
      () =>
        page.evaluate(() => {
          const box = document.documentElement.lastElementChild?.getBoundingClientRect();
          return {
            left: box?.left ?? 0,
            top: box?.top ?? 0,
            right: box?.right ?? 0,
            bottom: box?.bottom ?? 0,
            width: innerWidth,
            height: innerHeight,
          };
        }, null),
      (box) => box.bottom - box.top > 50,
      'a card with a height',
    );
    const word = await placeOf(page, '#lead', 'SenseTime');
    expect(geometry.left).toBeGreaterThanOrEqual(0);
    expect(geometry.top).toBeGreaterThanOrEqual(0);
    expect(geometry.right).toBeLessThanOrEqual(geometry.width);
    expect(geometry.bottom).toBeLessThanOrEqual(geometry.height);
    expect(word.y < geometry.top || word.y > geometry.bottom).toBe(true);
    await page.close();
  });

  test('leaving closes it after the grace; the way to the card keeps it open', async () => {
    const page = await openWithMarks(stage.open, '/static.html');
    await hover(page, '#lead', 'SenseTime');
    await expectCard(page, 'SenseTime');
    await sleep(300);
    const box = await page.evaluate(() => {
      const host = document.documentElement.lastElementChild?.getBoundingClientRect();
      return { x: (host?.x ?? 0) + 150, y: (host?.y ?? 0) + 120 };
    }, null);
    await page.mouse.move(box.x, box.y, { steps: 12 });
    await sleep(900);
    expect(await findCard(page)).not.toBeNull();
    await page.mouse.move(5, 5, { steps: 4 });
    await expectNoCard(page);
    await page.close();
  });

  test('a second name replaces the first; Esc closes; nothing of the card stays in the page', async () => {
    const page = await openWithMarks(stage.open, '/static.html');
    const before = await page.evaluate(() => document.documentElement.outerHTML, null);
    await hover(page, '#lead', 'SenseTime');
    await expectCard(page, 'SenseTime');
    await hover(page, '#plan', 'NGAIDP');
    await expectCard(page, 'New Generation Artificial Intelligence Development Plan');
    await page.keyboard.press('Escape');
    await expectNoCard(page);
    expect(await page.evaluate(() => document.documentElement.outerHTML, null)).toBe(before);
    await page.close();
  });

  test('no card for words that are not marked, for a passing pointer, or for made-up events', async () => {
    const page = await openWithMarks(stage.open, '/static.html');
    await hover(page, '#champions', '40');
    await sleep(700);
    expect(await findCard(page)).toBeNull();
    const place = await placeOf(page, '#lead', 'SenseTime');
    await page.mouse.move(place.x, place.y);
    await page.mouse.move(5, 5);
    await sleep(700);
    expect(await findCard(page)).toBeNull();
    // T5: synthetic events, as a curious page would send them.
    await page.evaluate(({ x, y }) => {
      for (const type of ['pointermove', 'mousemove', 'mouseover', 'pointerover', 'pointerenter']) {
        document
          .elementFromPoint(x, y)
          ?.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: x, clientY: y }));
      }
    }, place);
    await sleep(700);
    expect(await findCard(page)).toBeNull();
    await page.close();
  });

  test('marks and card work under a page policy that allows nothing', async () => {
    const page = await openWithMarks(stage.open, '/strict');
    await hover(page, 'p', 'Huawei');
    await expectCard(page, 'Huawei');
    // The browser's own wish for an icon is refused by the policy too.
    expect(page.complaints.filter((complaint) => !complaint.includes('favicon'))).toEqual([]);
    await page.close();
  });

  test('a name that is known but never marked opens no card', async () => {
    const page = await openWithMarks(stage.open, '/unmarked');
    expect(await markedIn(page)).toEqual(['Huawei']);
    await hover(page, 'p', 'China');
    await sleep(700);
    expect(await findCard(page)).toBeNull();
    await page.close();
  });

  test('a name inside a modal dialog has a card that can be used', async () => {
    const page = await openWithMarks(stage.open, '/dialog');
    await hover(page, 'dialog', 'Huawei');
    await expectCard(page, 'Huawei');
    const inside = await page.evaluate(
      () => document.querySelector('dialog')?.lastElementChild?.matches('div:popover-open'),
      null,
    );
    expect(inside).toBe(true);
    await page.close();
  });

  test('T4: the page finds no fact of an open card', async () => {
    const page = await openWithMarks(stage.open, '/static.html');
    await hover(page, '#lead', 'SenseTime');
    const card = await expectCard(page, 'SenseTime');
    const [fact] = await readFacts(card);
    const statement = fact?.statement ?? '';
    const leaks = await page.evaluate((secret) => {
      const words = secret.split(' ').slice(0, 4).join(' ');
      const find = (window as unknown as { find(text: string): boolean }).find(words);
      const selected = getSelection()?.toString() ?? '';
      return {
        find: find && selected.includes(words),
        text: document.documentElement.textContent?.includes(secret),
        markup: document.documentElement.outerHTML.includes(secret),
        frames: window.length,
        open: document.documentElement.lastElementChild?.shadowRoot ?? null,
      };
    }, statement);
    expect(statement.length).toBeGreaterThan(20);
    expect(leaks).toEqual({ find: false, text: false, markup: false, frames: 0, open: null });
    await page.close();
  });
});
