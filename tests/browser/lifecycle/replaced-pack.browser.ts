import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFact, packLines } from '../../fixtures/builders.ts';
import { BROWSERS, type TestPage } from '../drive.ts';
import { openManager } from '../own-page.ts';
import { expectMarks, expectNoCard, findCard, hover, until } from '../reader.ts';
import { useStage } from '../stage.ts';

const FACTS = 12;
const VERSIONS = 6;

const folder = await mkdtemp(join(tmpdir(), 'sidelight-versions-'));

/** A pack all of whose facts say which version they are of. */
async function packOf(version: number): Promise<string> {
  const facts = Array.from({ length: FACTS }, (_, position) =>
    makeFact({ id: `v${version}-${position}`, statement: `Statement ${position} of version ${version}.` }),
  );
  const path = join(folder, `demo-${version}.factpack.jsonl`);
  await writeFile(path, packLines({ version, facts }).join('\n'));
  return path;
}

/** The versions of the facts an open card shows; none if it closed meanwhile. */
async function versionsShown(page: TestPage): Promise<string[]> {
  const card = await findCard(page);
  if (card === null) return [];
  const ids = await card
    .evaluate(() => {
      document.querySelector<HTMLButtonElement>('.card-more')?.click();
      return [...document.querySelectorAll<HTMLElement>('[data-fact]')].map((fact) => fact.dataset['fact'] ?? '');
    }, null)
    .catch(() => []);
  return [...new Set(ids.map((id) => id.split('-')[0] ?? ''))];
}

describe.each(BROWSERS)('a pack that is replaced while its names are hovered in %s', (name) => {
  const stage = useStage(name, {
    '/acme': () => '<!doctype html><meta charset="utf-8"><title>Acme</title><p>Acme Robotics met Huawei.</p>',
  });

  test('S20: every card is wholly of one version', async () => {
    const manager = await openManager(stage);
    const install = async (version: number): Promise<void> => {
      await manager.setInputFile('input[type="file"]', await packOf(version));
      await until(
        () => manager.evaluate(() => document.querySelector('[role="status"]')?.textContent ?? '', null),
        (status) => status.includes(`version ${version}, is installed`),
        `version ${version}`,
      );
    };
    await install(1);
    const page = await stage.open('/acme');
    await expectMarks(page, ['Acme Robotics', 'Huawei']);
    const replacement = { isOver: false };
    const replacing = (async () => {
      for (let version = 2; version <= VERSIONS; version++) await install(version);
      replacement.isOver = true;
    })();
    const cards: string[][] = [];
    while (!replacement.isOver || cards.length < 10) {
      await page.mouse.move(900, 700);
      await expectNoCard(page);
      await hover(page, 'p', 'Acme Robotics');
      // A refresh of the page may close a card that is opening; a reader would hover again.
      for (let look = 0; look < 15; look++) {
        const shown = await versionsShown(page);
        if (shown.length > 0) cards.push(shown);
        await page.evaluate(() => new Promise((done) => void setTimeout(done, 60)), null);
      }
    }
    await replacing;
    expect(cards.filter((versions) => versions.length !== 1)).toEqual([]);
    await page.mouse.move(900, 700);
    await expectNoCard(page);
    await expectMarks(page, ['Acme Robotics', 'Huawei']);
    await hover(page, 'p', 'Acme Robotics');
    await until(
      () => versionsShown(page),
      (versions) => versions.join() === `v${VERSIONS}`,
      'a card of the last version',
    );
    expect(page.complaints).toEqual([]);
    await Promise.all([manager.close(), page.close()]);
  });
});
