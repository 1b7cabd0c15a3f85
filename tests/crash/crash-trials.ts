import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import { until } from '../browser/reader.ts';
import type { BrowserName } from '../browser/test-browser.ts';
import type { Database } from '../../src/storage/database.ts';
import { ask, bundleCrashTasks } from './ask-page.ts';
import { coinPack, coinPatch } from './crash-packs.ts';
import { startKillable, type KillableBrowser } from './killable-browser.ts';
import { applyToModel, openModel, operate, type Operation, type Progress } from './run-operations.ts';
import { createSeededRandom, type SeededRandom } from './seeded-random.ts';
import { surveyPacks, type SurveyedPack } from './survey-store.ts';

/** The pack that is imported over and over, one that comes and goes, and one that nothing happens to. */
export const BIG = { id: 'big', size: { entities: 300, facts: 1900 } };
const SPARE = { id: 'spare', size: { entities: 50, facts: 200 } };
const OTHER = { id: 'other', size: { entities: 50, facts: 200 } };

/** The browser must come to rest again in this time: what nobody asks for again is made up for by an alarm, a minute later. */
const REST_MS = 100_000;

/** How long each kind takes, as a part of an import of the big pack. */
const RELATIVE_DURATIONS: Readonly<Record<Operation['kind'], number>> = {
  import: 1.1,
  patch: 0.6,
  'roll back': 0.25,
  enable: 0.25,
  remove: 0.25,
};

/** A browser on one profile, and the model of what should be in it. */
export type Ground = {
  readonly name: BrowserName;
  readonly profile: string;
  readonly script: string;
  readonly model: Database;
  readonly random: SeededRandom;
  /** The pack that ships with the extension. */
  readonly builtIn: SurveyedPack;
  readonly importMs: number;
  /** What should be in the browser beside that. */
  packs: readonly SurveyedPack[];
  /** The version of the big pack that comes next. */
  version: number;
};

/** A running browser, at rest, with a page of the extension. */
export type Session = { readonly killable: KillableBrowser; readonly page: Page };

/** Starts the browser on its profile and waits until it has taken up what was cut off. */
export async function startSession({ name, profile, script }: Ground): Promise<Session> {
  const killable = await startKillable(name, profile);
  const page = await killable.openOwnPage('/manager.html#/packs', script);
  await untilAtRest(page);
  return { killable, page };
}

/** Installs the packs undisturbed, and takes the time. */
export async function prepareGround(name: BrowserName, seed: number): Promise<Ground> {
  const [profile, script, model] = await Promise.all([
    mkdtemp(join(tmpdir(), `sidelight-crash-${name}-`)),
    bundleCrashTasks(),
    openModel(`model-${name}-${seed}`),
  ]);
  const killable = await startKillable(name, profile);
  const page = await killable.openOwnPage('/manager.html#/packs', script);
  await untilAtRest(page, (packs) => packs.length === 1);
  const [builtIn] = await ask(page, 'survey');
  if (builtIn === undefined) throw new Error('the default pack is installed');
  const importMs = await fill(page, model);
  const packs = await surveyPacks(model);
  expect(await ask(page, 'survey')).toEqual([builtIn, ...packs]);
  await killable.kill();
  const random = createSeededRandom(seed);
  return { name, profile, script, model, random, builtIn, importMs, packs, version: 2 };
}

/** Imports the packs; gives how long the big one took, in milliseconds. */
async function fill(page: Page, model: Database): Promise<number> {
  let importMs = 0;
  for (const { id, size } of [OTHER, SPARE, BIG]) {
    const operation: Operation = { kind: 'import', name: id, text: coinPack(id, 1, size).join('\n') };
    const start = performance.now();
    await operate(page, operation, { isStored: false, isAcknowledged: false });
    importMs = performance.now() - start;
    await applyToModel(model, operation);
  }
  return importMs;
}

export async function clearGround({ profile, model }: Ground): Promise<void> {
  model.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * Lets a browser begin an operation, kills it at a random point, starts it again, and sees that what is in use is what there
 * was before or after the operation, never anything between; what was acknowledged, or handed over for import, is after.
 * Gives the browser in which that was seen.
 */
export async function tryKill(ground: Ground, { killable, page }: Session): Promise<Session> {
  const { name, random, builtIn, importMs } = ground;
  const operation = chooseOperation(ground);
  const progress: Progress = { isStored: false, isAcknowledged: false };
  const killAfterMs = Math.round(random.next() * importMs * RELATIVE_DURATIONS[operation.kind]);
  const working = operate(page, operation, progress).catch((error: unknown) => error);
  await sleep(killAfterMs);
  await killable.kill();
  const { isStored, isAcknowledged } = { ...progress };
  await working;

  const next = await startSession(ground);
  const found = await ask(next.page, 'survey');
  const label = `${operation.kind} killed after ${killAfterMs} ms`;
  if (found.length === 1 && ground.packs.length > 0) {
    await refillWiped(ground, next.page, label);
    return next;
  }
  const isUndone = JSON.stringify(found) === JSON.stringify([builtIn, ...ground.packs]);
  if (!isUndone) {
    await applyToModel(ground.model, operation);
    ground.packs = await surveyPacks(ground.model);
    expect(found, label).toEqual([builtIn, ...ground.packs]);
  }
  const reached = isAcknowledged ? 'acknowledged' : isStored ? 'handed over' : 'begun';
  process.stderr.write(`${name}: ${label}, ${reached}: ${isUndone ? 'as before' : 'done'}\n`);
  expect(isUndone && (isStored || isAcknowledged), `${label}: lost`).toBe(false);
  return next;
}

/**
 * Chromium empties a database that it thinks is damaged: its LevelDB says that the folder was missing, and `storage.local` is as it
 * was. No extension can prevent that (S7). What it can do is not to take the empty store for the truth: every pack that was there
 * must be listed as lost.
 */
async function refillWiped(ground: Ground, page: Page, label: string): Promise<void> {
  const lost = await ask(page, 'lostPacks');
  expect(lost, `${label}: the store is empty, and what was in it is missed`).toEqual(
    expect.arrayContaining(ground.packs.map(({ id }) => id)),
  );
  process.stderr.write(`${ground.name}: ${label}: THE BROWSER EMPTIED THE STORE; ${lost.join(', ')} are missed\n`);
  for (const { id } of ground.packs) await applyToModel(ground.model, { kind: 'remove', pack: id });
  await fill(page, ground.model);
  ground.packs = await surveyPacks(ground.model);
}

/** Writes settings, kills the browser at a random point, and sees that all that were acknowledged are there. */
export async function tryKillDuringSettings(ground: Ground, { killable, page }: Session): Promise<Session> {
  const { name, random, importMs } = ground;
  const earlier = await ask(page, 'disabledSites');
  const acknowledged: string[] = [];
  let tried = '';
  const write = async (): Promise<void> => {
    for (let number = 0; ; number++) {
      tried = `site-${earlier.length + number}.example`;
      await ask(page, 'setSiteEnabled', { site: tried });
      acknowledged.push(tried);
    }
  };
  const writing = write().catch((error: unknown) => error);
  await sleep(Math.round(random.next() * importMs));
  await killable.kill();
  const sure = [...earlier, ...acknowledged];
  await writing;
  const next = await startSession(ground);
  process.stderr.write(`${name}: killed after ${acknowledged.length} settings\n`);
  expect([sure, [...sure, tried]]).toContainEqual(await ask(next.page, 'disabledSites'));
  return next;
}

/** Waits until nothing is under way, nothing waits, nothing is left behind, and the index is that of the packs. */
export const untilAtRest = (
  page: Page,
  isExpected: (packs: readonly SurveyedPack[]) => boolean = () => true,
): Promise<readonly string[]> =>
  until(
    async () => {
      const jobs = await ask(page, 'jobs');
      const left = [...(await ask(page, 'leftovers')), ...(jobs.ok && jobs.value.length === 0 ? [] : ['jobs'])];
      return left.length > 0 || isExpected(await ask(page, 'survey')) ? left : ['no packs'];
    },
    (left) => left.length === 0,
    'what is left',
    REST_MS,
  );

function chooseOperation(ground: Ground): Operation {
  const { random, packs } = ground;
  const big = packs.find(({ id }) => id === BIG.id);
  const spare = packs.find(({ id }) => id === SPARE.id);
  const kind = random.pick(['import', 'import', 'import', 'patch', 'patch', 'roll back', 'enable', 'remove'] as const);
  if (kind === 'roll back' && big !== undefined && big.kept.length > 0)
    return { kind, pack: BIG.id, place: Math.floor(random.next() * big.kept.length) };
  if (kind === 'enable') return { kind, pack: BIG.id, enabled: big?.enabled !== true };
  if (kind === 'remove' && spare !== undefined) return { kind, pack: SPARE.id };
  if (kind === 'remove') return { kind: 'import', name: SPARE.id, text: coinPack(SPARE.id, 1, SPARE.size).join('\n') };
  if (kind === 'patch' && big !== undefined)
    return { kind, name: BIG.id, text: coinPatch(BIG.id, big.active.version, BIG.size) };
  return { kind: 'import', name: BIG.id, text: coinPack(BIG.id, ground.version++, BIG.size).join('\n') };
}
