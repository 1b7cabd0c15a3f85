import { LISTS, type RecordKind } from '../core/packs/diff-packs.ts';
import type { RecordRef } from '../core/packs/pack-patch.ts';
import { usesOf } from '../core/packs/record-uses.ts';
import { generationRange, ownedKey, type Database, type Generation } from './database.ts';
import { readLayered, readReplaced } from './layers.ts';
import { aliasesOf, fingerprintsOf } from './record-rows.ts';

/** Finds records of one version of a pack, many at once: a transaction for each would cost more than what it reads. */
export type RecordFinder = {
  /** The keys ({@link refKey}) of those that are there. */
  present(refs: readonly RecordRef[]): Promise<ReadonlySet<string>>;
  /**
   * For each record, those that rely on it: the facts about an entity or citing a source (which means reading every fact, once
   * for all), the conflicts about a fact.
   */
  usersOf(refs: readonly RecordRef[]): Promise<readonly (readonly RecordRef[])[]>;
  /** How many aliases these entities have in the store. */
  countAliases(entities: readonly string[]): Promise<number>;
};

/** One string for a record of a pack, usable as a map key. */
export const refKey = ({ kind, id }: RecordRef): string => `${kind} ${id}`;

/** Rows read at once where all facts must be looked through. */
const PAGE_SIZE = 1000;

export function createRecordFinder(database: Database, layers: readonly Generation[]): RecordFinder {
  /** What `read` finds in each layer, without what later layers hide. */
  const throughLayers = async (
    kind: RecordKind,
    read: (layer: Generation) => Promise<readonly { readonly user: string; readonly used: string }[]>,
  ): Promise<Map<string, RecordRef[]>> => {
    const users = new Map<string, RecordRef[]>();
    for (const [position, layer] of layers.entries()) {
      const hidden = await readReplaced(database, layers, position, kind);
      for (const { user, used } of await read(layer)) if (!hidden.has(user)) add(users, used, { kind, id: user });
    }
    return users;
  };

  const factsCiting = (sources: ReadonlySet<string>): Promise<Map<string, RecordRef[]>> =>
    throughLayers('fact', async (layer) => {
      const citing: { user: string; used: string }[] = [];
      if (sources.size === 0) return citing;
      let range = generationRange(layer);
      for (;;) {
        const rows = await database.getAll('facts', range, PAGE_SIZE);
        for (const { id, fact } of rows)
          for (const use of usesOf({ type: 'fact', fact }))
            if (use.kind === 'source' && sources.has(use.id)) citing.push({ user: id, used: use.id });
        const last = rows.at(-1);
        if (last === undefined || rows.length < PAGE_SIZE) return citing;
        range = IDBKeyRange.bound([layer, last.id], [layer, []], true);
      }
    });

  const factsAbout = (entities: readonly string[]): Promise<Map<string, RecordRef[]>> =>
    throughLayers('fact', async (layer) => {
      const index = database.transaction('facts').store.index('bySubject');
      const found = await Promise.all(entities.map((id) => index.getAllKeys(ownedKey(layer, id))));
      return found.flatMap((keys, at) => keys.map(([, user]) => ({ user, used: entities[at] ?? '' })));
    });

  const conflictsAbout = (facts: readonly string[]): Promise<Map<string, RecordRef[]>> =>
    throughLayers('conflict', async (layer) => {
      const index = database.transaction('conflicts').store.index('byFact');
      const found = await Promise.all(facts.map((id) => index.getAllKeys(ownedKey(layer, id))));
      return found.flatMap((keys, at) => keys.map(([, user]) => ({ user, used: facts[at] ?? '' })));
    });

  return {
    async present(refs) {
      const distinct = new Map(refs.map((ref) => [refKey(ref), ref]));
      const transaction = database.transaction(['entities', 'facts', 'sources', 'conflicts', 'replaced']);
      const replaced = transaction.objectStore('replaced');
      const found = await Promise.all(
        [...distinct].map(async ([key, { kind, id }]) => {
          const store = transaction.objectStore(LISTS[kind]);
          const at = await readLayered(replaced, layers, kind, id, (layer) => store.getKey([layer, id]));
          return at === undefined ? [] : [key];
        }),
      );
      return new Set(found.flat());
    },
    async usersOf(refs) {
      const idsOf = (wanted: RecordKind): string[] => refs.flatMap(({ kind, id }) => (kind === wanted ? [id] : []));
      const users = {
        source: await factsCiting(new Set(idsOf('source'))),
        entity: await factsAbout(idsOf('entity')),
        fact: await conflictsAbout(idsOf('fact')),
        conflict: new Map<string, RecordRef[]>(),
      };
      return refs.map(({ kind, id }) => users[kind].get(id) ?? []);
    },
    async countAliases(entities) {
      const transaction = database.transaction(['entities', 'replaced']);
      const rows = await Promise.all(
        entities.map((id) =>
          readLayered(transaction.objectStore('replaced'), layers, 'entity', id, (layer) =>
            transaction.objectStore('entities').get([layer, id]),
          ),
        ),
      );
      return rows.reduce((sum, row) => sum + (row === undefined ? 0 : fingerprintsOf(aliasesOf('', row)).length), 0);
    },
  };
}

function add(users: Map<string, RecordRef[]>, used: string, user: RecordRef): void {
  const known = users.get(used);
  if (known === undefined) users.set(used, [user]);
  else known.push(user);
}
