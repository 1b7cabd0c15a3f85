import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { BrowserName } from '../browser/test-browser.ts';
import { surveyPacks } from './survey-store.ts';
import { ask } from './ask-page.ts';
import { coinPack } from './crash-packs.ts';
import { CRASH_SEED, CRASH_TIMES } from './crash-seed.ts';
import {
  BIG,
  clearGround,
  prepareGround,
  startSession,
  untilAtRest,
  type Ground,
  type Session,
} from './crash-trials.ts';
import { applyToModel } from './run-operations.ts';

/** At least. Firefox ends its event page by the same way it does when idle, with less to go wrong. */
const KILLS: Readonly<Record<BrowserName, number>> = { chromium: 50 * CRASH_TIMES, firefox: 15 * CRASH_TIMES };
/** An import must come to its end at last; whoever asks for it asks again at most 20 times. */
const MAX_KILLS_OF_ONE = 8;

export const testBackgroundKills = (name: BrowserName): void =>
  test(`S1: with its background killed at ${KILLS[name]} points of imports, ${name} ends with what an undisturbed one gives`, async () => {
    process.stderr.write(`${name}: CRASH_SEED=${CRASH_SEED}\n`);
    const ground = await prepareGround(name, CRASH_SEED + 1);
    const session = await startSession(ground);
    const stop = await session.killable.createBackgroundStop();
    let kills = 0;
    while (kills < KILLS[name]) kills += await importWithKills(ground, session, stop);
    expect(kills).toBeGreaterThanOrEqual(KILLS[name]);
    await session.killable.kill();
    await clearGround(ground);
  });

/** Imports a version while its background is killed again and again; gives how often that was while it was under way. */
async function importWithKills(ground: Ground, { page }: Session, stop: () => Promise<void>): Promise<number> {
  const { name, random, importMs, model, builtIn } = ground;
  const text = coinPack(BIG.id, ground.version++, BIG.size).join('\n');
  const ticket = await ask(page, 'putAside', { name: BIG.id, text });
  let isAnswered = false;
  const answer = ask(page, 'importUpload', { ticket }).finally(() => {
    isAnswered = true;
  });
  let kills = 0;
  let last = { generation: 0, written: 0 };
  const reached: number[] = [];
  for (; kills < MAX_KILLS_OF_ONE; kills++) {
    // Whoever asks again waits for half a second first.
    await sleep((kills === 0 ? 0 : 500) + random.next() * importMs);
    if (isAnswered) break;
    await stop();
    const staged = await ask(page, 'staged', { ticket });
    if (staged === null) continue;
    reached.push(staged.written);
    // What is counted is there, and nothing else: whoever goes on from it does no batch twice but the one that was cut off.
    expect(staged.stored).toBe(staged.written);
    expect(staged.written).toBeGreaterThanOrEqual(last.written);
    if (last.generation > 0) expect(staged.generation).toBe(last.generation);
    last = staged;
  }
  expect(await answer).toMatchObject({ ok: true });
  process.stderr.write(`${name}: ${kills} kills in one import, at ${reached.join(', ')} records\n`);
  await applyToModel(model, { kind: 'import', name: BIG.id, text });
  await untilAtRest(page);
  expect(await ask(page, 'survey')).toEqual([builtIn, ...(await surveyPacks(model))]);
  return kills;
}
