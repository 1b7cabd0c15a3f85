import * as v from 'valibot';

/**
 * What the annotator and the card say to each other, over a message port that only these two hold. The page can neither
 * hear it (the port goes straight to our origin) nor speak on it.
 */
export const CARD_HELLO = 'sidelight-card';

/** From the annotator to the card: a port, and the ticket of what to show. Each hello ends what the one before has begun. */
export type CardHello = { readonly type: typeof CARD_HELLO; readonly ticket: string; readonly isOnDark: boolean };

export const cardHelloSchema = v.strictObject({
  type: v.literal(CARD_HELLO),
  ticket: v.pipe(v.string(), v.maxLength(64)),
  /** The page is dark around the name. */
  isOnDark: v.boolean(),
});

/** From the annotator to the card, over the port. */
export const cardOrderSchema = v.strictObject({
  /** Nobody looks any more: show nothing until the next hello. */
  type: v.literal('park'),
});

export type CardOrder = v.InferOutput<typeof cardOrderSchema>;

const distance = v.pipe(v.number(), v.minValue(-4000), v.maxValue(4000));

/** From the card to the annotator. */
export const cardSignalSchema = v.variant('type', [
  /** The card is drawn and wants this height, in CSS pixels. */
  v.strictObject({ type: v.literal('resized'), height: v.pipe(v.number(), v.minValue(0), v.maxValue(4000)) }),
  /** The pointer entered or left the card. Chromium does not tell the page around a frame of another process. */
  v.strictObject({ type: v.literal('pointer'), over: v.boolean() }),
  v.strictObject({ type: v.literal('dismissed') }),
  /** The reader wants to keep the card while reading on. */
  v.strictObject({ type: v.literal('pinned') }),
  /** The reader moves the pinned card by key this far, in CSS pixels. */
  v.strictObject({ type: v.literal('moved'), byX: distance, byY: distance }),
  /** The reader drags the pinned card; where the pointer is on the screen. */
  v.strictObject({
    type: v.literal('dragged'),
    step: v.strictObject({
      phase: v.picklist(['grabbed', 'dragged', 'dropped']),
      screenX: v.pipe(v.number(), v.finite()),
      screenY: v.pipe(v.number(), v.finite()),
    }),
  }),
]);

export type CardSignal = v.InferOutput<typeof cardSignalSchema>;
