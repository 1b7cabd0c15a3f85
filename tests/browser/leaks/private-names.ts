import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packLines } from '../../fixtures/builders.ts';
import { coinName } from '../../fixtures/many-names.ts';
import { chooseSettings } from '../choose-settings.ts';
import { openManager } from '../own-page.ts';
import { until } from '../reader.ts';
import type { Stage } from '../stage.ts';

const PACK = 'private-list';

/** Twenty made-up names that nobody but their reader knows. */
export const PRIVATE_NAMES = Array.from({ length: 20 }, (_, position) => coinName(50_000 + position * 31));

/** Imports them as a pack of their own that is never to show on pages. */
export async function followPrivately(stage: Stage): Promise<void> {
  const entities = PRIVATE_NAMES.map((name, position) => ({ id: `e${position}`, name, type: 'company' }));
  const file = join(await mkdtemp(join(tmpdir(), 'sidelight-pack-')), `${PACK}.factpack.jsonl`);
  await writeFile(file, packLines({ id: PACK, entities, facts: [], sources: [] }).join('\n'));
  await chooseSettings(stage.browser, { packs: { [PACK]: 'quiet' }, entities: {} }, 'privacy');
  const manager = await openManager(stage);
  await manager.setInputFile('input[type="file"]', file);
  await until(
    () => manager.evaluate(() => document.querySelector('[role="status"]')?.textContent ?? '', null),
    (status) => status.includes('installed'),
    'the private pack',
  );
  await manager.close();
}
