import type { Entity, EntityRef } from '../core/model/entity.ts';
import type { Conflict, Fact } from '../core/model/fact.ts';
import { entitiesOf } from '../core/model/fact-entities.ts';
import { sourcesOf } from '../core/model/fact-sources.ts';
import { canonicalJson } from '../core/packs/diff-packs.ts';
import type { Source } from '../core/model/source.ts';
import { ownedKey, type Database, type PackRow } from './database.ts';
import { isReplaced, readLayered } from './layers.ts';

/** Everything one pack knows about one entity. */
export type EntityDossier = {
  readonly pack: PackRow;
  readonly entity: Entity;
  readonly facts: readonly Fact[];
  /** The sources the facts refer to, and those they are attributed to. */
  readonly sources: readonly Source[];
  readonly conflicts: readonly Conflict[];
  /** The entities that the facts are about, this one among them. */
  readonly others: readonly Entity[];
  /** Ids of the facts that are not what they were in the version the user last looked at. */
  readonly news: ReadonlySet<string>;
};

/** Other entities read for one card. Facts about more than these are lists. */
const MAX_OTHERS = 500;

/** What a pack knows about an entity; null if the pack or the entity is gone. All of it is of one version. */
export async function readDossier(database: Database, ref: EntityRef): Promise<EntityDossier | null> {
  const transaction = database.transaction(['packs', 'entities', 'facts', 'sources', 'conflicts', 'replaced']);
  const pack = await transaction.objectStore('packs').get(ref.pack);
  if (pack === undefined) return null;
  const { layers } = pack.active;
  const replaced = transaction.objectStore('replaced');
  const readEntity = (id: string) =>
    readLayered(replaced, layers, 'entity', id, (layer) => transaction.objectStore('entities').get([layer, id]));
  const readSource = (id: string) =>
    readLayered(replaced, layers, 'source', id, (layer) => transaction.objectStore('sources').get([layer, id]));

  const entityRow = await readEntity(ref.id);
  if (entityRow === undefined) return null;
  const factRows = await throughLayers(layers, 'fact', (layer) =>
    transaction.objectStore('facts').index('bySubject').getAll(ownedKey(layer, ref.id)),
  );
  const facts = factRows.map((row) => row.fact);
  const sourceIds = new Set(facts.flatMap((fact) => fact.references.flatMap(sourcesOf)));
  const entityIds = new Set(facts.flatMap(entitiesOf).slice(0, MAX_OTHERS));
  const [sources, conflicts, others] = await Promise.all([
    Promise.all([...sourceIds].map(readSource)),
    Promise.all(
      facts.map((fact) =>
        throughLayers(layers, 'conflict', (layer) =>
          transaction.objectStore('conflicts').index('byFact').getAll(ownedKey(layer, fact.id)),
        ),
      ),
    ),
    Promise.all([...entityIds].map(readEntity)),
  ]);
  return {
    pack,
    entity: entityRow.entity,
    facts,
    sources: sources.flatMap((row) => (row === undefined ? [] : [row.source])),
    conflicts: [...new Map(conflicts.flat().map((row) => [row.id, row.conflict])).values()],
    others: others.flatMap((row) => (row === undefined ? [] : [row.entity])),
    news: await findNews(),
  };

  /** Compares the facts with the version last looked at, if it is still kept. */
  async function findNews(): Promise<ReadonlySet<string>> {
    const seen = pack?.kept.find((version) => version.layers[0] === pack.seen);
    if (seen === undefined) return new Set();
    const before = await Promise.all(
      facts.map(({ id }) =>
        readLayered(replaced, seen.layers, 'fact', id, (layer) => transaction.objectStore('facts').get([layer, id])),
      ),
    );
    return new Set(facts.flatMap((fact, at) => (isSame(before[at]?.fact, fact) ? [] : [fact.id])));
  }

  /** The rows of every layer that no later one hides. */
  async function throughLayers<T extends { readonly id: string }>(
    of: readonly number[],
    kind: 'fact' | 'conflict',
    read: (layer: number) => Promise<T[]>,
  ): Promise<T[]> {
    const found = await Promise.all(
      of.map(async (layer, position) => {
        const rows = await read(layer);
        const hidden = await Promise.all(rows.map(({ id }) => isReplaced(replaced, of, position, kind, id)));
        return rows.filter((_row, index) => hidden[index] === false);
      }),
    );
    return found.flat();
  }
}

const isSame = (before: Fact | undefined, after: Fact): boolean =>
  before !== undefined && canonicalJson(before) === canonicalJson(after);
