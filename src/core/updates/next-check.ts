import type { Schedule, Subscription } from './subscription.ts';
import type { UpdateFailure } from './update-failure.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const INTERVAL_MS: Readonly<Record<Exclude<Schedule, 'never'>, number>> = {
  hourly: HOUR_MS,
  daily: DAY_MS,
  weekly: 7 * DAY_MS,
  monthly: 30 * DAY_MS,
};

/** Subscribers of one pack do not all come at once: each waits up to this share of the interval longer. */
const JITTER = 0.1;
/** The first wait after a failure; it doubles with each further one, up to a day. */
const FIRST_RETRY_MS = MINUTE_MS;
const MAX_RETRY_MS = DAY_MS;
/** A server cannot silence a subscription for longer. */
const MAX_RETRY_AFTER_MS = 7 * DAY_MS;

/** Failures that time does not mend: asked again only at the usual pace. */
const LASTING: ReadonlySet<UpdateFailure['code']> = new Set([
  'forbidden-address',
  'gone',
  'newer-format',
  'unsigned',
  'unknown-key',
  'wrong-pack',
  'wrong-channel',
]);

/**
 * When to ask next, in milliseconds since the epoch; null for never.
 *
 * @param random a number from 0 to 1: the jitter.
 */
export function nextCheck(
  schedule: Schedule,
  failures: number,
  failure: Pick<UpdateFailure, 'code' | 'retryAfterMs'> | null,
  now: number,
  random: number,
): number | null {
  if (schedule === 'never') return null;
  const usual = INTERVAL_MS[schedule] * (1 + JITTER * random);
  if (failure === null) return now + usual;
  if (LASTING.has(failure.code)) return now + Math.max(usual, DAY_MS);
  const retry = Math.min(FIRST_RETRY_MS * 2 ** Math.min(failures - 1, 20), MAX_RETRY_MS) * (1 + JITTER * random);
  const asked = Math.min(failure.retryAfterMs ?? 0, MAX_RETRY_AFTER_MS);
  return now + Math.max(retry, asked);
}

/**
 * Whether a subscription is due. A time further off than the longest wait there is was written under a clock that has been set
 * back since, and counts for nothing.
 */
export function isDue({ schedule, nextCheckAt }: Pick<Subscription, 'schedule' | 'nextCheckAt'>, now: number): boolean {
  if (schedule === 'never') return false;
  if (nextCheckAt === null) return true;
  const furthest = Math.max(INTERVAL_MS[schedule], MAX_RETRY_AFTER_MS) * (1 + JITTER);
  return nextCheckAt <= now || nextCheckAt > now + furthest;
}
