import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDue, nextCheck } from '../../../src/core/updates/next-check.ts';
import { SCHEDULES } from '../../../src/core/updates/subscription.ts';
import { UPDATE_FAILURES } from '../../../src/core/updates/update-failure.ts';

const [MINUTE, HOUR, DAY] = [60_000, 3_600_000, 86_400_000];

describe('the next check', () => {
  test.each([
    ['never', null, 0, null],
    ['hourly', null, 0, HOUR],
    ['daily', null, 0, DAY],
    ['weekly', null, 0, 7 * DAY],
    ['monthly', null, 0, 30 * DAY],
    ['weekly', { code: 'offline' as const }, 1, MINUTE],
    ['weekly', { code: 'offline' as const }, 4, 8 * MINUTE],
    ['hourly', { code: 'server-error' as const }, 60, DAY],
    ['daily', { code: 'busy' as const, retryAfterMs: 2 * HOUR }, 1, 2 * HOUR],
    ['daily', { code: 'busy' as const, retryAfterMs: 900 * DAY }, 1, 7 * DAY],
    ['hourly', { code: 'gone' as const }, 1, DAY],
    ['weekly', { code: 'unknown-key' as const }, 1, 7 * DAY],
  ] as const)('%s after %j (failure %i) is in %d ms', (schedule, failure, failures, wait) => {
    expect(nextCheck(schedule, failures, failure, 1000, 0)).toBe(wait === null ? null : 1000 + wait);
  });

  test('is spread over a tenth of the interval', () => {
    expect(nextCheck('daily', 0, null, 0, 1)).toBeCloseTo(1.1 * DAY, 0);
  });

  test('always comes, and is due by then, whatever happened', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SCHEDULES),
        fc.nat(1000),
        fc.option(fc.record({ code: fc.constantFrom(...UPDATE_FAILURES), retryAfterMs: fc.nat() })),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (schedule, failures, failure, random) => {
          const now = 1e12;
          const nextCheckAt = nextCheck(schedule, failures, failure, now, random);
          if (nextCheckAt === null) {
            expect(schedule).toBe('never');
            return;
          }
          expect(nextCheckAt).toBeGreaterThan(now);
          expect(isDue({ schedule, nextCheckAt }, now)).toBe(false);
          expect(isDue({ schedule, nextCheckAt }, nextCheckAt)).toBe(true);
        },
      ),
    );
  });
});

test('S17: a clock that is set back by years does not stop the checks', () => {
  const nextCheckAt = nextCheck('daily', 0, null, Date.UTC(2036, 0), 0.5);
  expect(isDue({ schedule: 'daily', nextCheckAt }, Date.UTC(2026, 0))).toBe(true);
  expect(isDue({ schedule: 'daily', nextCheckAt }, Date.UTC(2046, 0))).toBe(true);
  expect(isDue({ schedule: 'never', nextCheckAt }, Date.UTC(2046, 0))).toBe(false);
});
