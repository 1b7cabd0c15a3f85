import { describe, expect, test } from 'vitest';
import { createCardTickets } from '../../src/background/card-tickets.ts';
import { makeSessionArea } from '../fixtures/session-area.ts';

const mention = {
  entity: { pack: 'demo', id: 'acme' },
  alias: 'Acme',
  derivedFrom: null,
  surface: 'Acme',
  confidence: 0.9,
  reasons: [],
  alternatives: [],
  reading: { sentence: 'Acme rose.', entities: [], articleDate: null },
};

describe('T23: a ticket', () => {
  test('gives the mention to the tab that asked', async () => {
    const tickets = createCardTickets(makeSessionArea(), () => 0);
    expect(await tickets.redeem(await tickets.issue(mention, 7), 7)).toEqual(mention);
  });

  test('is good once', async () => {
    const tickets = createCardTickets(makeSessionArea(), () => 0);
    const ticket = await tickets.issue(mention, 7);
    await tickets.redeem(ticket, 7);
    expect(await tickets.redeem(ticket, 7)).toBeNull();
  });

  test('is worth nothing in another tab, and is gone then', async () => {
    const tickets = createCardTickets(makeSessionArea(), () => 0);
    const ticket = await tickets.issue(mention, 7);
    expect(await tickets.redeem(ticket, 8)).toBeNull();
    expect(await tickets.redeem(ticket, 7)).toBeNull();
  });

  test('expires', async () => {
    let time = 0;
    const tickets = createCardTickets(makeSessionArea(), () => time);
    const ticket = await tickets.issue(mention, 7);
    time = 60_000;
    expect(await tickets.redeem(ticket, 7)).toBeNull();
  });

  test('S2: outlives the worker that issued it', async () => {
    const area = makeSessionArea();
    const ticket = await createCardTickets(area, () => 0).issue(mention, 7);
    expect(await createCardTickets(area, () => 0).redeem(ticket, 7)).toEqual(mention);
  });

  test.each(['', 'guess', '__proto__'])('that was never issued (%j) gives nothing', async (guess) => {
    expect(await createCardTickets(makeSessionArea(), () => 0).redeem(guess, 7)).toBeNull();
  });
});
