import { setTimeout as sleep } from 'node:timers/promises';
import type { Frame } from 'playwright-core';
import type { TestFrame } from './test-browser.ts';

/** Longer than any question to a frame takes; a frame that is taken away just then never answers Playwright. */
const ANSWER_PATIENCE_MS = 10_000;

const known = new WeakMap<Frame, TestFrame>();

/** The same frame, whose silence is an error after a while. The same object for the same frame, so that they can be compared. */
export function answeringInTime(frame: Frame): TestFrame {
  const before = known.get(frame);
  if (before !== undefined) return before;
  const { evaluate } = frame as unknown as TestFrame;
  const ask = evaluate.bind(frame) as (...question: unknown[]) => Promise<unknown>;
  const inTime = Object.assign(Object.create(frame) as TestFrame, {
    url: () => frame.url(),
    evaluate: (...question: unknown[]) => answerInTime(ask(...question), 'the frame'),
  });
  known.set(frame, inTime);
  return inTime;
}

/** The answer, or an error where none has come after a while: drivers wait for ever for what was taken away. */
export const answerInTime = <T>(answer: Promise<T>, who: string, patienceMs = ANSWER_PATIENCE_MS): Promise<T> =>
  Promise.race([answer, refuseAfter(who, patienceMs)]);

async function refuseAfter(who: string, patienceMs: number): Promise<never> {
  await sleep(patienceMs, undefined, { ref: false });
  throw new Error(`${who} did not answer; it may have been taken away`);
}
