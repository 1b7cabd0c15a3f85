import type { CardView } from '../core/card/card-view.ts';

/** As long as a ticket lives. */
const LIFE_MS = 10_000;

/**
 * Cards that are read from the dataset while their frame is still loading. In memory only: if the background dies in
 * between, the card is read when it is asked for.
 */
export type PreparedCards = {
  prepare(ticket: string, read: () => Promise<CardView | null>): void;
  /** The card of a redeemed ticket, once; null if none was prepared here. */
  take(ticket: string): Promise<CardView | null> | null;
};

export function createPreparedCards(): PreparedCards {
  const cards = new Map<string, Promise<CardView | null>>();
  return {
    prepare(ticket, read) {
      const card = read();
      // Whoever takes it hears of a failure; if nobody does, nobody minds.
      card.catch(() => {});
      cards.set(ticket, card);
      setTimeout(() => cards.delete(ticket), LIFE_MS);
    },
    take(ticket) {
      const card = cards.get(ticket) ?? null;
      cards.delete(ticket);
      return card;
    },
  };
}
