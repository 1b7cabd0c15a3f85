import type { LibraryMaterial } from '../core/library/library-records.ts';
import { describeSource } from '../core/library/searchable-text.ts';
import type { Fact } from '../core/model/fact.ts';
import { walkRecords } from './compare-versions.ts';
import { generationRange, ownedKey, type Database, type EntityRow, type FactRow, type Generation } from './database.ts';
import { readReplaced } from './layers.ts';

/** Entities read at once, with their facts. */
const PAGE_SIZE = 500;

type Layers = readonly Generation[];

/** What each source of a version is found by, by its id. */
export async function readSourceTexts(database: Database, layers: Layers): Promise<ReadonlyMap<string, string>> {
  const texts = new Map<string, string>();
  for await (const { id, record } of walkRecords(database, layers, 'source'))
    if (record.type === 'source') texts.set(id, describeSource(record.source));
  return texts;
}

/** Every entity of a version with its facts, in pages. */
export async function* walkMaterial(database: Database, layers: Layers): AsyncGenerator<readonly LibraryMaterial[]> {
  const disputed = await readDisputed(database, layers);
  const hiddenFacts = await Promise.all(
    layers.map((_layer, position) => readReplaced(database, layers, position, 'fact')),
  );
  for (const [position, layer] of layers.entries()) {
    const hidden = await readReplaced(database, layers, position, 'entity');
    // A patch has few entities from all over the alphabet; the whole pack has all, in order.
    const isWhole = position === layers.length - 1;
    let range = generationRange(layer);
    for (;;) {
      const rows = await database.getAll('entities', range, PAGE_SIZE);
      const visible = rows.filter(({ id }) => !hidden.has(id));
      const facts = await readFacts(database, layers, hiddenFacts, visible, isWhole);
      yield visible.map(({ id, entity }) => {
        const own = [...(facts.get(id)?.values() ?? [])];
        const isDisputed = disputed.entities.has(id) || own.some((fact) => disputed.facts.has(fact.id));
        return { entity, facts: own, isDisputed };
      });
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE_SIZE) break;
      range = IDBKeyRange.bound([layer, last.id], [layer, []], true);
    }
  }
}

type FactsOfEntities = ReadonlyMap<string, ReadonlyMap<string, Fact>>;

async function readFacts(
  database: Database,
  layers: Layers,
  hidden: readonly ReadonlySet<string>[],
  entities: readonly EntityRow[],
  isWhole: boolean,
): Promise<FactsOfEntities> {
  const found = new Map<string, Map<string, Fact>>(entities.map(({ id }) => [id, new Map<string, Fact>()]));
  const [first, last] = [entities[0]?.id, entities.at(-1)?.id];
  if (first === undefined || last === undefined) return found;
  const index = database.transaction('facts').store.index('bySubject');
  const ranges = (layer: Generation): (IDBKeyRange | string)[] =>
    isWhole
      ? [IDBKeyRange.bound(ownedKey(layer, first), ownedKey(layer, last))]
      : entities.map(({ id }) => ownedKey(layer, id));
  const take = ({ fact }: FactRow, position: number): void => {
    if (hidden[position]?.has(fact.id) === true) return;
    for (const subject of fact.subjects) found.get(subject)?.set(fact.id, fact);
  };
  await Promise.all(
    layers.flatMap((layer, position) =>
      ranges(layer).map(async (range) => {
        for (const row of await index.getAll(range)) take(row, position);
      }),
    ),
  );
  return found;
}

/** The facts and entities that conflicts of a version name. */
async function readDisputed(database: Database, layers: Layers) {
  const facts = new Set<string>();
  const entities = new Set<string>();
  for await (const { record } of walkRecords(database, layers, 'conflict')) {
    if (record.type !== 'conflict') continue;
    for (const id of record.conflict.facts) facts.add(id);
    for (const id of record.conflict.entities) entities.add(id);
  }
  return { facts, entities };
}
