import { expect, test } from 'vitest';
import type { BrowserName } from '../browser/test-browser.ts';
import { CRASH_SEED, CRASH_TIMES } from './crash-seed.ts';
import { clearGround, prepareGround, startSession, tryKill, tryKillDuringSettings } from './crash-trials.ts';

const KILLS = 18 * CRASH_TIMES;
const KILLS_DURING_SETTINGS = 2 * CRASH_TIMES;

export const testBrowserKills = (name: BrowserName): void =>
  test(`S3: killed at ${KILLS + KILLS_DURING_SETTINGS} points, ${name} has every pack whole, as before or after`, async () => {
    process.stderr.write(`${name}: CRASH_SEED=${CRASH_SEED}\n`);
    const ground = await prepareGround(name, CRASH_SEED);
    const untouched = ground.packs.find(({ id }) => id === 'other');
    let session = await startSession(ground);
    for (let kill = 0; kill < KILLS; kill++) session = await tryKill(ground, session);
    for (let kill = 0; kill < KILLS_DURING_SETTINGS; kill++) session = await tryKillDuringSettings(ground, session);
    // Whatever was killed last: the pack that nothing happened to is as it was on the first day.
    expect(ground.packs.find(({ id }) => id === 'other')).toEqual(untouched);
    await session.killable.kill();
    await clearGround(ground);
  });
