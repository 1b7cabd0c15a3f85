import { afterEach, beforeEach, expect, test } from 'vitest';
import { changeChoices } from '../../src/core/merging/change-choices.ts';
import { NO_CHOICES } from '../../src/core/merging/merge-choices.ts';
import { openDatabase, type Database } from '../../src/storage/database.ts';
import { findByName } from '../../src/storage/find-by-name.ts';
import { importPack } from '../../src/storage/import-pack.ts';
import { readMergeWords } from '../../src/storage/read-merge-words.ts';
import { rebuildClusters } from '../../src/storage/rebuild-clusters.ts';
import { linesOf, packLines } from '../fixtures/builders.ts';

const OURS = { pack: 'ours', id: 'acme' };
const THEIRS = { pack: 'theirs', id: 'acme-inc' };
const OTHER = { pack: 'third', id: 'roadrunner' };

let database: Database;
let serial = 0;
const install = async (id: string, entity: { id: string; name: string }): Promise<void> => {
  const lines = packLines({ id, facts: [], entities: [{ type: 'company', ...entity }] });
  await importPack(database, linesOf(lines), { now: 1 });
};
beforeEach(async () => {
  database = await openDatabase(() => {}, `words-${++serial}`);
  await install('ours', { id: 'acme', name: 'Acme Robotics' });
  await install('theirs', { id: 'acme-inc', name: 'Acme Incorporated' });
  await install('third', { id: 'roadrunner', name: 'Roadrunner' });
});
afterEach(() => database.close());

test('nothing is read where nothing was said', async () => {
  expect(await readMergeWords(database, NO_CHOICES, OURS)).toEqual([]);
});

test('every word about any record of an entity has the names and packs of both', async () => {
  const choices = changeChoices(changeChoices(NO_CHOICES, OURS, THEIRS, 'same'), OTHER, THEIRS, 'different');
  await rebuildClusters(database, choices);
  const ours = { ref: OURS, name: 'Acme Robotics', packTitle: 'Pack ours' };
  const theirs = { ref: THEIRS, name: 'Acme Incorporated', packTitle: 'Pack theirs' };
  const other = { ref: OTHER, name: 'Roadrunner', packTitle: 'Pack third' };
  const expected = [
    { verdict: 'same', records: [ours, theirs] },
    { verdict: 'different', records: [theirs, other] },
  ];
  expect(await readMergeWords(database, choices, OURS)).toEqual(expected);
  expect(await readMergeWords(database, choices, THEIRS)).toEqual(expected);
});

test('a word about what is in no pack any more can still be taken back', async () => {
  const gone = { pack: 'gone', id: 'x' };
  const lost = { pack: 'theirs', id: 'lost' };
  const choices = changeChoices(changeChoices(NO_CHOICES, OURS, gone, 'different'), OURS, lost, 'same');
  expect((await readMergeWords(database, choices, OURS)).map(({ records }) => records[1])).toEqual([
    { ref: lost, name: 'lost', packTitle: 'Pack theirs' },
    { ref: gone, name: 'x', packTitle: 'gone' },
  ]);
});

test('a search for what some packs do not know leaves out what they know under another record, too', async () => {
  const idsOf = async (unknownTo: string[]): Promise<string[]> =>
    (await findByName(database, 'acme', unknownTo)).map(({ entity }) => entity.id);
  expect((await idsOf([])).toSorted()).toEqual(['acme', 'acme-inc']);
  expect(await idsOf(['ours'])).toEqual(['acme-inc']);
  await rebuildClusters(database, changeChoices(NO_CHOICES, OURS, THEIRS, 'same'));
  expect(await idsOf([])).toEqual(['acme']);
  expect(await idsOf(['ours'])).toEqual([]);
});
