import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeFact, packLines } from '../fixtures/builders.ts';
import type { BrowserName } from '../browser/test-browser.ts';
import { ask, bundleCrashTasks } from './ask-page.ts';
import { coinPack } from './crash-packs.ts';
import { untilAtRest } from './crash-trials.ts';
import { CRASH_SEED } from './crash-seed.ts';
import { startKillable } from './killable-browser.ts';
import { createSeededRandom } from './seeded-random.ts';
import { mountSmallDisk } from './small-disk.ts';

const MEGABYTE = 1024 * 1024;
const DISK_MEGABYTES = 500;
/** Room for nothing; for a part of the file; for all of it but not for its records. */
const FREE_MEGABYTES = [1, 8, 13];
const FACTS = 15_000;

/** A pack of some 11 MB that cannot be compressed, as browsers do with what they store. */
function largePack(): string {
  const random = createSeededRandom(CRASH_SEED);
  const noise = (): string => Array.from({ length: 50 }, () => random.next().toString(36).slice(2, 12)).join(' ');
  const template = makeFact();
  return packLines({
    id: 'large',
    facts: Array.from({ length: FACTS }, (_, number) => ({ ...template, id: `f${number}`, statement: noise() })),
  }).join('\n');
}

export const testFullDisk = (name: BrowserName): void =>
  test(`S5: on a full disk ${name} refuses an import in words, keeps what it has, and takes the pack once there is room`, async () => {
    const disk = await mountSmallDisk(DISK_MEGABYTES);
    const profile = join(disk.folder, 'profile');
    await mkdir(profile);
    const script = await bundleCrashTasks();
    let killable = await startKillable(name, profile);
    let page = await killable.openOwnPage('/manager.html#/packs', script);
    await untilAtRest(page, (packs) => packs.length === 1);
    const other = coinPack('other', 1, { entities: 50, facts: 200 }).join('\n');
    expect(await ask(page, 'importFile', { name: 'other', text: other })).toMatchObject({ ok: true });
    const before = await ask(page, 'survey');
    expect(before).toHaveLength(2);

    const text = largePack();
    const found: unknown[] = [];
    for (const free of FREE_MEGABYTES) {
      await disk.fill(free * MEGABYTE);
      const refused = await ask(page, 'importFile', { name: 'large', text });
      process.stderr.write(`${name}, ${free} MB free: ${JSON.stringify(refused).slice(0, 200)}\n`);
      expect(refused).toMatchObject({ ok: false, error: [{ message: expect.stringContaining('disk space') }] });
      await disk.empty();
      // Chromium does not open a store again that found the disk full, until it is started anew.
      await killable.kill();
      killable = await startKillable(name, profile);
      page = await killable.openOwnPage('/manager.html#/packs', script);
      await untilAtRest(page, (packs) => packs.length >= 2);
      const [builtIn, kept, late] = await ask(page, 'survey');
      expect([builtIn, kept]).toEqual(before);
      // On a full disk the file that waits cannot even be dropped: it may be imported at the next start, but then whole.
      if (late !== undefined) found.push(late);
      if (late !== undefined) await ask(page, 'removePack', { pack: late.id });
    }
    expect(await ask(page, 'importFile', { name: 'large', text })).toMatchObject({ ok: true });
    const [builtIn, kept, large] = await ask(page, 'survey');
    expect([builtIn, kept]).toEqual(before);
    for (const late of found) expect(late).toEqual(large);
    await killable.kill();
    await disk.remove();
  });
