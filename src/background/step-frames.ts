import type { Stepped, StepStart } from '../messaging/tab-contract.ts';

/** Asks one frame to go to a mark; null where it does not answer. */
export type StepFrame = (frame: number, start: StepStart) => Promise<Stepped | null>;

/**
 * Goes to the next mark of a tab, frame after frame and round again: on from the last one gone to, wherever that was; else from
 * what is on the screen of the first frame that has any.
 */
export async function stepFrames(frames: readonly number[], step: StepFrame): Promise<void> {
  let current = -1;
  for (const [position, frame] of frames.entries()) {
    const stepped = await step(frame, 'last');
    if (stepped?.found === true) return;
    if (stepped?.wasHere === true) current = position;
  }
  const start = current < 0 ? 'screen' : 'edge';
  // Behind the one just left, and that one again in the end.
  for (const frame of [...frames.slice(current + 1), ...frames.slice(0, current + 1)]) {
    const stepped = await step(frame, start);
    if (stepped?.found === true) return;
  }
}
