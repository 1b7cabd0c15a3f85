import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import { BROWSERS } from '../drive.ts';
import { countTickets, openManager } from '../own-page.ts';
import { expectMarks, findCard, placeOf } from '../reader.ts';
import { useStage } from '../stage.ts';
import { recordLeak } from './leak-table.ts';
import { readSightings, spyPage } from './spy.ts';

const EVENTS = 10_000;
const POINTER_TYPES = [
  'pointermove',
  'pointerover',
  'pointerenter',
  'pointerout',
  'pointerdown',
  'pointerup',
  'mousemove',
  'mouseover',
  'mouseenter',
  'mousedown',
  'click',
  'mouseleave',
];
const OTHER_TYPES = ['keydown', 'scroll'];

/** Dispatches made-up events over a place, resting between them as a hand would, so that any dwell can end. */
const makeUp = async ({
  x,
  y,
  types,
  others,
  count,
}: {
  x: number;
  y: number;
  types: string[];
  others: string[];
  count: number;
}) => {
  const target = document.elementFromPoint(x, y) ?? document.body;
  const all = [...types, ...others];
  for (let position = 0; position < count; position++) {
    const type = all[position % all.length] ?? '';
    const options = { bubbles: true, composed: true, clientX: x + (position % 5), clientY: y, pointerType: 'mouse' };
    const event = others.includes(type)
      ? new KeyboardEvent(type, { bubbles: true, key: 'Enter' })
      : new PointerEvent(type, options);
    target.dispatchEvent(event);
    // A rest longer than the dwell, ten times, each right after a move over the word.
    if (position % (all.length * 70) === 0) await new Promise((done) => void setTimeout(done, 250));
  }
};

describe.each(BROWSERS)('made-up events in %s', (name) => {
  const stage = useStage(name, { '/spy': () => spyPage('<p>Yesterday SenseTime grew.</p>') });

  test('T5: 10,000 of 14 types open no card, change nothing and wake nobody', async () => {
    const page = await stage.open('/spy');
    await expectMarks(page, ['SenseTime']);
    const manager = await openManager(stage);
    const tickets = await countTickets(manager);
    const place = await placeOf(page, 'p', 'SenseTime');
    await page.evaluate(makeUp, { ...place, types: POINTER_TYPES, others: OTHER_TYPES, count: EVENTS });
    await sleep(700);
    const { messages, mutations, events, traps } = await page.evaluate(readSightings, null);
    const newTickets = (await countTickets(manager)) - tickets;
    const cards = (await findCard(page)) === null ? 0 : 1;
    recordLeak('events', name, cards + mutations + newTickets);
    expect({ cards, newTickets, messages, mutations, events, traps }).toEqual({
      cards: 0,
      newTickets: 0,
      messages: 0,
      mutations: 0,
      events: [],
      traps: [],
    });
    await Promise.all([manager.close(), page.close()]);
  });
});
