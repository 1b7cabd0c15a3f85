import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCard, readEntityPage } from '../../src/background/read-card.ts';
import { NO_CHOICES, type MergeChoices } from '../../src/core/merging/merge-choices.ts';
import { aliasKeys } from '../../src/core/matching/alias-key.ts';
import { entityKey } from '../../src/core/model/mention.ts';
import { NO_ADDITIONS } from '../../src/core/overlay/overlay-state.ts';
import { openDatabase, type Database } from '../../src/storage/database.ts';
import { importPack } from '../../src/storage/import-pack.ts';
import { readCluster } from '../../src/storage/read-cluster.ts';
import { removePack, setPackEnabled, setPackOrder } from '../../src/storage/pack-versions.ts';
import { rebuildClusters } from '../../src/storage/rebuild-clusters.ts';
import { resolveAliases } from '../../src/storage/resolve-aliases.ts';
import { linesOf, makeFact, packLines } from '../fixtures/builders.ts';

let database: Database;
let serial = 0;
beforeEach(async () => {
  database = await openDatabase(() => {}, `clusters-${++serial}`);
});
afterEach(() => database.close());

type Named = { id: string; name: string } & Record<string, unknown>;

/** Installs a pack; about each entity it has one fact. */
async function install(pack: string, ...entities: Named[]): Promise<void> {
  const facts = entities.map(({ id }) =>
    makeFact({ id: `about-${id}`, subjects: [id], statement: `${pack} says this of ${id}.` }),
  );
  const lines = packLines({ id: pack, facts, entities: entities.map((entity) => ({ type: 'company', ...entity })) });
  const result = await importPack(database, linesOf(lines), { now: 1 });
  if (!result.ok) throw new Error(result.error[0]?.message);
}
const rebuild = (choices: Partial<MergeChoices> = {}) => rebuildClusters(database, { ...NO_CHOICES, ...choices });
const clusters = async (): Promise<string[]> =>
  (await database.getAll('clusters')).map(({ keys }) => keys.join(' ')).toSorted();
const candidates = async (name: string) => {
  const [found] = await resolveAliases(database, [aliasKeys(name)?.fingerprint ?? 0]);
  return found ?? [];
};
const candidateKeys = async (name: string) => (await candidates(name)).map(({ entity }) => entityKey(entity));
const packsOn = async (pack: string, id: string): Promise<string[]> =>
  (await readEntityPage(database, NO_ADDITIONS, { pack, id }))?.packs.map((label) => label.id) ?? [];
const statementsOn = async (pack: string, id: string): Promise<string[]> =>
  (await readEntityPage(database, NO_ADDITIONS, { pack, id }))?.claims.flatMap(({ facts }) =>
    facts.map((fact) => fact.statement),
  ) ?? [];

const HUAWEI = { id: 'huawei', name: 'Huawei' };

describe('two packs that know one entity', () => {
  beforeEach(async () => {
    await install('a', HUAWEI, { id: 'baidu', name: 'Baidu' });
    await install('b', { ...HUAWEI, name: 'Huawei Technologies', type: 'agency', aliases: [{ text: 'Huawei' }] });
    await rebuild();
  });

  test('make one candidate, under the record and the name of the first', async () => {
    expect(await clusters()).toEqual(['a/huawei b/huawei']);
    expect(await candidates('Huawei')).toMatchObject([{ entity: { pack: 'a', id: 'huawei' }, name: 'Huawei' }]);
    expect(await candidates('Huawei Technologies')).toMatchObject([
      { entity: { pack: 'a', id: 'huawei' }, name: 'Huawei', type: 'company' },
    ]);
    await setPackOrder(database, ['b', 'a']);
    expect(await candidates('Huawei')).toMatchObject([
      { entity: { pack: 'b', id: 'huawei' }, name: 'Huawei Technologies', type: 'agency' },
    ]);
  });

  test('make one card, whichever record is asked for', async () => {
    for (const pack of ['a', 'b']) {
      expect(await packsOn(pack, 'huawei')).toEqual(['a', 'b']);
      expect(await statementsOn(pack, 'huawei')).toEqual(['a says this of huawei.', 'b says this of huawei.']);
    }
    expect(await packsOn('a', 'baidu')).toEqual(['a']);
    expect((await readCluster(database, { pack: 'b', id: 'huawei' }))?.ref).toEqual({ pack: 'a', id: 'huawei' });
  });

  test('come apart when one rests, before anything is rebuilt, and when one goes', async () => {
    await setPackEnabled(database, 'b', false);
    expect(await packsOn('a', 'huawei')).toEqual(['a']);
    expect(await candidateKeys('Huawei Technologies')).toEqual([]);
    await setPackEnabled(database, 'b', true);
    await removePack(database, 'b');
    expect(await packsOn('a', 'huawei')).toEqual(['a']);
    await rebuild();
    expect(await clusters()).toEqual([]);
  });

  test('come apart where the user says so', async () => {
    const pair: MergeChoices['different'] = [
      [
        { pack: 'b', id: 'huawei' },
        { pack: 'a', id: 'huawei' },
      ],
    ];
    await rebuild({ different: pair });
    expect(await clusters()).toEqual([]);
    expect(await candidateKeys('Huawei')).toEqual(['a/huawei', 'b/huawei']);
  });

  test('give a card opened on the page one match and no rival', async () => {
    const mention = {
      ...{ entity: { pack: 'a', id: 'huawei' }, alias: 'Huawei', derivedFrom: null, surface: 'Huawei' },
      ...{ confidence: 1, reasons: [], alternatives: [] },
      reading: { sentence: 'b says this of Huawei.', entities: [], articleDate: null },
    };
    const card = await readCard(database, NO_ADDITIONS, mention, 'news.example');
    expect(card).toMatchObject({ packs: [{ id: 'a' }, { id: 'b' }], match: { alternatives: [] }, factCount: 2 });
  });
});

test('names that are the same for different entities stay ambiguous', async () => {
  await install('a', { id: 'apple', name: 'Apple' });
  await install('b', { id: 'apple-records', name: 'Apple' });
  await rebuild();
  expect(await candidateKeys('Apple')).toEqual(['a/apple', 'b/apple-records']);
});

test('a declaration and a Wikidata item join as well, and so does the user', async () => {
  await install(
    'a',
    { id: 'x', name: 'Ex', links: { wikidata: 'Q1' } },
    { id: 'y', name: 'Why' },
    { id: 'z', name: 'Zed' },
  );
  await install(
    'b',
    { id: 'ex', name: 'Ex', links: { wikidata: 'Q1' } },
    { id: 'why', name: 'Why', sameAs: ['a/y'] },
    { id: 'zed', name: 'Zed' },
  );
  await rebuild({
    same: [
      [
        { pack: 'a', id: 'z' },
        { pack: 'b', id: 'zed' },
      ],
    ],
  });
  expect(await clusters()).toEqual(['a/x b/ex', 'a/y b/why', 'a/z b/zed']);
});

test('what an alias needs is found under the record that stands for it', async () => {
  await install('a', { id: 'globex-corp', name: 'Globex' });
  await install(
    'b',
    { id: 'globex', name: 'Globex', sameAs: ['a/globex-corp'] },
    { id: 'hank', name: 'Hank Scorpio', aliases: [{ text: 'Scorpio', needs: { entities: ['globex'] } }] },
  );
  await rebuild();
  expect((await candidates('Scorpio'))[0]?.alias.needs?.entities).toEqual(['a/globex-corp']);
});

test('what is rebuilt without a change is not written again', async () => {
  await install('a', HUAWEI);
  await install('b', HUAWEI);
  await rebuild();
  const before = await database.getAll('clusters');
  await rebuild();
  expect(await database.getAll('clusters')).toEqual(before);
});

test('the same facts stand on the card in whichever order packs were installed', async () => {
  const orders = [
    ['a', 'b', 'c'],
    ['c', 'a', 'b'],
    ['b', 'c', 'a'],
  ];
  const cards = [];
  for (const order of orders) {
    database.close();
    database = await openDatabase(() => {}, `clusters-${++serial}`);
    for (const pack of order) await install(pack, HUAWEI);
    await rebuild();
    cards.push((await statementsOn('b', 'huawei')).toSorted());
  }
  expect(new Set(cards.map((card) => card.join())).size).toBe(1);
  expect(cards[0]).toHaveLength(3);
});
