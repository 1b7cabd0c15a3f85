/** Longest time a content script works before it lets the page go on: a quarter of a frame. */
const SLICE_MS = 4;

type Scheduler = { yield?: () => Promise<void> };

/** Tells when a slice is over, and waits for the next one. */
export type TimeSlices = {
  readonly isOver: () => boolean;
  readonly next: () => Promise<void>;
};

export function createTimeSlices(now: () => number = () => performance.now()): TimeSlices {
  let deadline = now() + SLICE_MS;
  return {
    isOver: () => now() >= deadline,
    async next() {
      await yieldToPage();
      deadline = now() + SLICE_MS;
    },
  };
}

/** `scheduler.yield` keeps our place in the queue; Firefox has it from 142, hence the timer. */
function yieldToPage(): Promise<void> {
  const { scheduler } = globalThis as { scheduler?: Scheduler };
  if (scheduler?.yield !== undefined) return scheduler.yield();
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
