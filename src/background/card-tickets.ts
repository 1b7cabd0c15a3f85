import * as v from 'valibot';
import { mentionSchema, type MentionDescription } from '../messaging/contract-fields.ts';
import type { SessionArea } from './session-area.ts';

/** A card that was not drawn in this time will not be. */
const TICKET_LIFE_MS = 10_000;

const ticketSchema = v.strictObject({
  mention: mentionSchema,
  tab: v.number(),
  issuedAt: v.number(),
});

/** Single-use tickets: a card shows only the mention whose ticket it was handed, in the tab that asked, and only once. */
export type CardTickets = {
  issue(mention: MentionDescription, tab: number): Promise<string>;
  redeem(ticket: string, tab: number): Promise<MentionDescription | null>;
};

export function createCardTickets(area: SessionArea, now: () => number): CardTickets {
  const key = (ticket: string): string => `ticket:${ticket}`;
  return {
    async issue(mention, tab) {
      const ticket = crypto.randomUUID();
      await area.set({ [key(ticket)]: { mention, tab, issuedAt: now() } });
      return ticket;
    },
    async redeem(ticket, tab) {
      const stored = (await area.get([key(ticket)]))[key(ticket)];
      await area.remove([key(ticket)]);
      const parsed = v.safeParse(ticketSchema, stored);
      if (!parsed.success || parsed.output.tab !== tab || now() - parsed.output.issuedAt > TICKET_LIFE_MS) return null;
      return parsed.output.mention;
    },
  };
}
