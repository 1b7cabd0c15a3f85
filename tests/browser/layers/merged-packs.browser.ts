import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeFact, packLines } from '../../fixtures/builders.ts';
import { BROWSERS, type TestPage } from '../drive.ts';
import { openManager, request } from '../own-page.ts';
import { expectCard, expectMarks, expectNoCard, hover, until } from '../reader.ts';
import { useStage } from '../stage.ts';
import { installPack } from './install-pack.ts';

const OURS = packLines({
  id: 'ours',
  entities: [{ id: 'acme', name: 'Acme Robotics', type: 'company', description: 'A maker of robots.' }],
  facts: [
    makeFact({ id: 'f1', statement: 'Acme has five labs.' }),
    makeFact({ id: 'f2', statement: 'Both say this.' }),
  ],
});
const THEIRS = packLines({
  id: 'theirs',
  entities: [{ id: 'acme-robotics', name: 'Acme Robotics', type: 'agency', sameAs: ['ours/acme'] }],
  facts: [
    makeFact({ id: 'f1', subjects: ['acme-robotics'], statement: 'Acme has six labs.' }),
    makeFact({ id: 'f9', subjects: ['acme-robotics'], statement: 'Both say this.' }),
  ],
});

type ShownFact = { readonly statement: string; readonly packs: string };

/** Reads the card of the first mention: its line of packs, and each fact with its own. */
async function readCard(page: TestPage): Promise<{ head: string; facts: ShownFact[]; type: string }> {
  await page.bringToFront();
  await hover(page, 'p', 'Acme Robotics');
  const card = await expectCard(page, 'Acme Robotics');
  const shown = await card.evaluate(() => {
    document.querySelector<HTMLButtonElement>('.card-more')?.click();
    const textOf = (root: ParentNode, selector: string): string => root.querySelector(selector)?.textContent ?? '';
    return {
      head: textOf(document, '.card-packs'),
      type: textOf(document, '.card-type'),
      facts: [...document.querySelectorAll('.fact')].map((fact) => ({
        statement: textOf(fact, '.fact-statement'),
        packs: textOf(fact, '.fact-packs'),
      })),
    };
  }, null);
  await page.keyboard.press('Escape');
  await page.mouse.move(900, 700);
  await expectNoCard(page);
  return shown;
}

describe.each(BROWSERS)('two packs that know one entity in %s', (name) => {
  const stage = useStage(name, {
    '/acme': () => '<!doctype html><meta charset="utf-8"><title>Acme</title><p>Acme Robotics met Huawei.</p>',
  });

  test('make one mark and one card that names both; one that rests takes its facts along', async () => {
    const manager = await openManager(stage);
    await installPack(manager, 'ours', OURS);
    await installPack(manager, 'theirs', THEIRS);
    const page = await stage.open('/acme');
    await expectMarks(page, ['Acme Robotics', 'Huawei']);
    const both = await readCard(page);
    await hover(page, 'p', 'Acme Robotics');
    await expectCard(page, 'Acme Robotics');
    await page.screenshot({ path: resolve(`.artifacts/merged-card-${name}.png`) });
    await page.keyboard.press('Escape');
    await expectNoCard(page);
    expect(both.head).toBe('From Pack ours; Pack theirs');
    expect(both.type).toBe('Company');
    expect(both.facts.toSorted((a, b) => a.statement.localeCompare(b.statement))).toEqual([
      { statement: 'Acme has five labs.', packs: 'In Pack ours' },
      { statement: 'Acme has six labs.', packs: 'In Pack theirs' },
      { statement: 'Both say this.', packs: 'In Pack ours; Pack theirs' },
    ]);

    await request(manager, 'page.setPackEnabled', { pack: 'theirs', enabled: false });
    await expectMarks(page, ['Acme Robotics', 'Huawei']);
    const alone = await until(
      () => readCard(page),
      ({ head }) => head === '',
      'a card of one pack',
    );
    expect(alone.facts.map(({ statement }) => statement).toSorted()).toEqual(['Acme has five labs.', 'Both say this.']);
    expect(alone.facts.every(({ packs }) => packs === '')).toBe(true);

    await request(manager, 'page.setPackEnabled', { pack: 'theirs', enabled: true });
    await until(
      () => readCard(page),
      ({ facts }) => facts.length === 3,
      'a card of both again',
    );
    expect(page.complaints).toEqual([]);
    await Promise.all([manager.close(), page.close()]);
  });
});
