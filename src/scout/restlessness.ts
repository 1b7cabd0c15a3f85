/** A block that was not read for so long has come to rest. */
const REST_MS = 1500;
/** So many readings in a row are those of a page that is being built. */
const PATIENCE = 4;
/** The longest a change may wait, so that marks are right a second after a page has come to rest. */
const MAX_WAIT_MS = 1000;

/** Remembers which blocks change all the time, and lets them wait: clocks, tickers, games. */
export type Restlessness = {
  isDue(block: Node, now: number): boolean;
  noteRead(block: Node, now: number): void;
};

/** Each reading in a row beyond the first few doubles the wait before the next. Times in milliseconds. */
export function createRestlessness(intervalMs: number): Restlessness {
  const known = new WeakMap<Node, { readonly readAt: number; readonly streak: number }>();
  const waitAfter = (streak: number): number =>
    streak <= PATIENCE ? 0 : Math.min(MAX_WAIT_MS, intervalMs * 2 ** (streak - PATIENCE));
  return {
    isDue(block, now) {
      const entry = known.get(block);
      return entry === undefined || now - entry.readAt >= waitAfter(entry.streak);
    },
    noteRead(block, now) {
      const entry = known.get(block);
      const goesOn = entry !== undefined && now - entry.readAt < REST_MS;
      known.set(block, { readAt: now, streak: goesOn ? entry.streak + 1 : 0 });
    },
  };
}
