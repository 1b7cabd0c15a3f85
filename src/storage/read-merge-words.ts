import type { MergeChoices } from '../core/merging/merge-choices.ts';
import { wordsAbout, type MergeWord, type NamedRecord } from '../core/merging/merge-word.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { readMembers } from './cluster-store.ts';
import type { Database } from './database.ts';
import { readLayered } from './layers.ts';
import { listPacks } from './pack-store.ts';

/** What the user said of the records of an entity, the oldest word first, each record with its name and its pack. */
export async function readMergeWords(
  database: Database,
  choices: MergeChoices,
  entity: EntityRef,
): Promise<MergeWord[]> {
  if (choices.same.length + choices.different.length === 0) return [];
  const packs = await listPacks(database);
  const transaction = database.transaction(['clusters', 'entities', 'replaced']);
  const members = await readMembers(transaction.objectStore('clusters'), packs, entity);
  const name = async (ref: EntityRef): Promise<NamedRecord> => {
    const active = packs.find(({ id }) => id === ref.pack)?.active;
    if (active === undefined) return { ref, name: ref.id, packTitle: ref.pack };
    const row = await readLayered(transaction.objectStore('replaced'), active.layers, 'entity', ref.id, (layer) =>
      transaction.objectStore('entities').get([layer, ref.id]),
    );
    return { ref, name: row?.entity.name ?? ref.id, packTitle: active.header.title };
  };
  return Promise.all(
    wordsAbout(choices, [...members, entity]).map(async ({ verdict, pair: [a, b] }) => ({
      verdict,
      records: [await name(a), await name(b)] as const,
    })),
  );
}
