import { expect, test } from 'vitest';
import { createRestlessness } from '../../src/scout/restlessness.ts';

const INTERVAL_MS = 100;

/** When a block that changes all the time is read, from 0 to `end`, if it is looked at every interval. */
function readingsUntil(end: number): number[] {
  const restlessness = createRestlessness(INTERVAL_MS);
  const block = {} as Node;
  const readings: number[] = [];
  for (let now = 0; now <= end; now += INTERVAL_MS) {
    if (!restlessness.isDue(block, now)) continue;
    restlessness.noteRead(block, now);
    readings.push(now);
  }
  return readings;
}

test('a page that is being built is read at every look', () => {
  expect(readingsUntil(400)).toEqual([0, 100, 200, 300, 400]);
});

test('a block that never rests is read less and less often, and once a second at least', () => {
  const readings = readingsUntil(20_000);
  const waits = readings.slice(1).map((reading, position) => reading - (readings[position] ?? 0));
  expect(readings.length).toBeLessThan(32);
  expect(Math.max(...waits)).toBe(1000);
});

test('a block that has come to rest is read at once when it changes', () => {
  const restlessness = createRestlessness(INTERVAL_MS);
  const block = {} as Node;
  for (let now = 0; now < 5000; now += INTERVAL_MS)
    if (restlessness.isDue(block, now)) restlessness.noteRead(block, now);
  expect(restlessness.isDue(block, 7000)).toBe(true);
  restlessness.noteRead(block, 7000);
  expect(restlessness.isDue(block, 7100)).toBe(true);
});

test('each block waits for itself', () => {
  const restlessness = createRestlessness(INTERVAL_MS);
  const [ticker, article] = [{} as Node, {} as Node];
  for (let now = 0; now < 5000; now += INTERVAL_MS)
    if (restlessness.isDue(ticker, now)) restlessness.noteRead(ticker, now);
  expect(restlessness.isDue(article, 5000)).toBe(true);
});
