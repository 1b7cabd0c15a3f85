import { LISTS, type RecordKind } from '../core/packs/diff-packs.ts';
import type { RecordRef } from '../core/packs/pack-patch.ts';
import { trackedAliases } from '../core/packs/tracked-aliases.ts';
import { usesOf } from '../core/packs/record-uses.ts';
import { aliasKeys } from '../core/matching/alias-key.ts';
import { generationRange, ownedKey, type Database, type Generation } from './database.ts';
import { isReplaced, readLayered } from './layers.ts';

/** Finds records of one version of a pack. */
export type RecordFinder = {
  has(kind: RecordKind, id: string): Promise<boolean>;
  /** The facts about an entity or citing a source (which means reading every fact), the conflicts about a fact. */
  usersOf(kind: RecordKind, id: string): Promise<readonly RecordRef[]>;
  /** How many aliases these entities have in the store. */
  countAliases(entities: readonly string[]): Promise<number>;
};

/** Rows read at once where all facts must be looked through. */
const PAGE_SIZE = 1000;

export function createRecordFinder(database: Database, layers: readonly Generation[]): RecordFinder {
  const isHidden = (position: number, kind: RecordKind, id: string): Promise<boolean> =>
    isReplaced(database.transaction('replaced').store, layers, position, kind, id);

  /** The visible rows among those that `read` finds in each layer. */
  const visible = async (
    kind: RecordKind,
    read: (layer: Generation) => Promise<readonly { readonly id: string }[]>,
  ): Promise<RecordRef[]> => {
    const found = await Promise.all(
      layers.map(async (layer, position) => {
        const rows = await read(layer);
        const hidden = await Promise.all(rows.map(({ id }) => isHidden(position, kind, id)));
        return rows.flatMap(({ id }, index) => (hidden[index] === true ? [] : [{ kind, id }]));
      }),
    );
    return found.flat();
  };

  const factsCiting = (source: string): Promise<RecordRef[]> =>
    visible('fact', async (layer) => {
      const citing: { id: string }[] = [];
      let range = generationRange(layer);
      for (;;) {
        const rows = await database.getAll('facts', range, PAGE_SIZE);
        for (const { id, fact } of rows)
          if (usesOf({ type: 'fact', fact }).some((use) => use.kind === 'source' && use.id === source))
            citing.push({ id });
        const last = rows.at(-1);
        if (last === undefined || rows.length < PAGE_SIZE) return citing;
        range = IDBKeyRange.bound([layer, last.id], [layer, []], true);
      }
    });

  return {
    has: async (kind, id) => {
      const store = LISTS[kind];
      const transaction = database.transaction(['replaced', store]);
      const found = await readLayered(transaction.objectStore('replaced'), layers, kind, id, (layer) =>
        transaction.objectStore(store).getKey([layer, id]),
      );
      return found !== undefined;
    },
    async usersOf(kind, id) {
      switch (kind) {
        case 'source':
          return factsCiting(id);
        case 'entity':
          return visible('fact', (layer) => database.getAllFromIndex('facts', 'bySubject', ownedKey(layer, id)));
        case 'fact':
          return visible('conflict', (layer) => database.getAllFromIndex('conflicts', 'byFact', ownedKey(layer, id)));
        case 'conflict':
          return [];
      }
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
      return rows
        .flatMap((row) => (row === undefined ? [] : trackedAliases('', row.entity)))
        .filter((tracked) => aliasKeys(tracked.alias.text) !== null).length;
    },
  };
}
