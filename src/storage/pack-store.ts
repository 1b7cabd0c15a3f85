import type { Fingerprint } from '../core/matching/alias-key.ts';
import type { Entity, EntityRef } from '../core/model/entity.ts';
import type { Conflict, Fact } from '../core/model/fact.ts';
import type { TrackedAlias } from '../core/model/mention.ts';
import type { Source } from '../core/model/source.ts';
import { generationRange, ownedKey, type Database, type PackRow } from './database.ts';

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
};

/** Rows read at once while the whole watch list is walked. */
const PAGE_SIZE = 2000;

/** Other entities read for one card. Facts about more than these are lists. */
const MAX_OTHERS = 500;

/** The installed packs in the user's order. */
export async function listPacks(database: Database): Promise<PackRow[]> {
  return (await database.getAll('packs')).toSorted((a, b) => a.order - b.order);
}

/** The aliases behind each fingerprint, of enabled packs, in pack order. Unknown fingerprints give an empty list. */
export async function resolveAliases(
  database: Database,
  fingerprints: readonly Fingerprint[],
): Promise<TrackedAlias[][]> {
  const packs = (await listPacks(database)).filter((pack) => pack.enabled);
  const store = database.transaction('aliases').store;
  return Promise.all(
    fingerprints.map(async (fingerprint) => {
      const found = await Promise.all(
        packs.map(({ activeGeneration }) =>
          store.getAll(IDBKeyRange.bound([activeGeneration, fingerprint], [activeGeneration, fingerprint, []])),
        ),
      );
      return found.flat().map((row) => row.tracked);
    }),
  );
}

/** Walks every alias of the enabled packs. */
export async function* watchedAliases(database: Database): AsyncGenerator<readonly TrackedAlias[]> {
  for (const pack of await listPacks(database)) {
    if (!pack.enabled) continue;
    let range = generationRange(pack.activeGeneration);
    for (;;) {
      const rows = await database.getAll('aliases', range, PAGE_SIZE);
      if (rows.length > 0) yield rows.map((row) => row.tracked);
      const last = rows.at(-1);
      if (last === undefined || rows.length < PAGE_SIZE) break;
      range = IDBKeyRange.bound([last.generation, last.fingerprint, last.serial], [last.generation, []], true);
    }
  }
}

/** What a pack knows about an entity; null if the pack or the entity is gone. */
export async function readDossier(database: Database, ref: EntityRef): Promise<EntityDossier | null> {
  const transaction = database.transaction(['packs', 'entities', 'facts', 'sources', 'conflicts']);
  const pack = await transaction.objectStore('packs').get(ref.pack);
  if (pack === undefined) return null;
  const generation = pack.activeGeneration;
  const entityRow = await transaction.objectStore('entities').get([generation, ref.id]);
  if (entityRow === undefined) return null;
  const factRows = await transaction.objectStore('facts').index('bySubject').getAll(ownedKey(generation, ref.id));
  const facts = factRows.map((row) => row.fact);
  const sourceIds = new Set(facts.flatMap((fact) => fact.references.flatMap(sourcesOf)));
  const entityIds = new Set(facts.flatMap(entitiesOf).slice(0, MAX_OTHERS));
  const [sources, conflicts, others] = await Promise.all([
    Promise.all([...sourceIds].map((id) => transaction.objectStore('sources').get([generation, id]))),
    Promise.all(
      facts.map((fact) => transaction.objectStore('conflicts').index('byFact').getAll(ownedKey(generation, fact.id))),
    ),
    Promise.all([...entityIds].map((id) => transaction.objectStore('entities').get([generation, id]))),
  ]);
  return {
    pack,
    entity: entityRow.entity,
    facts,
    sources: sources.flatMap((row) => (row === undefined ? [] : [row.source])),
    conflicts: [...new Map(conflicts.flat().map((row) => [row.id, row.conflict])).values()],
    others: others.flatMap((row) => (row === undefined ? [] : [row.entity])),
  };
}

/** Whom a fact is about, and whom its value names. */
function entitiesOf({ subjects, value }: Fact): readonly string[] {
  if (value?.type === 'relation') return [...subjects, value.object];
  if (value?.type === 'entities') return [...subjects, ...value.entities];
  return value?.type === 'role' && value.organisation !== undefined ? [...subjects, value.organisation] : subjects;
}

const sourcesOf = (reference: Fact['references'][number]): string[] =>
  reference.attributedTo === undefined ? [reference.source] : [reference.source, reference.attributedTo];
