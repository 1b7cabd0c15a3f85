import type { Subscription } from '../core/updates/subscription.ts';

/** The part of `browser.alarms` that is used here. */
export type AlarmsApi = {
  create(name: string, when: { when: number } | { delayInMinutes: number; periodInMinutes: number }): unknown;
  clear(name: string): unknown;
};

export const UPDATE_ALARM = 'update-packs';
/** Rings while an import is under way: a background that was killed in the middle goes on with it. */
export const IMPORT_ALARM = 'resume-imports';

/** Browsers ring no sooner than this. */
const LEAST_WAIT_MS = 60_000;
/** An alarm under a clock that was set back would ring years late: it rings at least as often as this, and finds nothing due. */
const MOST_WAIT_MS = 24 * 60 * 60 * 1000;

/** Sets the alarm for the subscription that is due first. Alarms may be lost with a browser: call it at every start. */
export async function setUpdateAlarm(
  alarms: AlarmsApi,
  subscriptions: readonly Pick<Subscription, 'schedule' | 'nextCheckAt'>[],
  now: number,
): Promise<void> {
  const next = subscriptions.flatMap(({ schedule, nextCheckAt }) => (schedule === 'never' ? [] : [nextCheckAt ?? now]));
  if (next.length === 0) await alarms.clear(UPDATE_ALARM);
  else {
    const wait = Math.min(Math.max(Math.min(...next) - now, LEAST_WAIT_MS), MOST_WAIT_MS);
    await alarms.create(UPDATE_ALARM, { when: now + wait });
  }
}
