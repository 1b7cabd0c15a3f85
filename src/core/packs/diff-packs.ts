import type { FactPack } from '../model/fact-pack.ts';

/** The kinds of records in the order in which a pack file holds them. */
export const RECORD_KINDS = ['source', 'entity', 'fact', 'conflict'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** The list of a pack that holds the records of a kind. */
export const LISTS = { source: 'sources', entity: 'entities', fact: 'facts', conflict: 'conflicts' } as const;

type RecordOf<K extends RecordKind> = FactPack[(typeof LISTS)[K]][number];
type Change<K extends RecordKind> = { readonly before: RecordOf<K>; readonly after: RecordOf<K> };

/** What became of the records of one kind. */
export type KindDiff<K extends RecordKind> = {
  readonly added: readonly RecordOf<K>[];
  readonly changed: readonly Change<K>[];
  readonly removed: readonly RecordOf<K>[];
};

/** What became of all records between two versions of a pack; records are the same if their ids are. */
export type PackDiff = { readonly [K in RecordKind]: KindDiff<K> };

export const diffPacks = (before: FactPack, after: FactPack): PackDiff => ({
  source: diffRecords<'source'>(before.sources, after.sources),
  entity: diffRecords<'entity'>(before.entities, after.entities),
  fact: diffRecords<'fact'>(before.facts, after.facts),
  conflict: diffRecords<'conflict'>(before.conflicts, after.conflicts),
});

function diffRecords<K extends RecordKind>(before: readonly RecordOf<K>[], after: readonly RecordOf<K>[]): KindDiff<K> {
  const old = new Map(before.map((record) => [record.id, record]));
  const kept = new Set(after.map(({ id }) => id));
  const changed: Change<K>[] = [];
  const added: RecordOf<K>[] = [];
  for (const record of after) {
    const earlier = old.get(record.id);
    if (earlier === undefined) added.push(record);
    else if (canonicalJson(earlier) !== canonicalJson(record)) changed.push({ before: earlier, after: record });
  }
  return { added, changed, removed: before.filter(({ id }) => !kept.has(id)) };
}

/** JSON with the fields of every object in the order of their names: equal for equal records, however they were written. */
export const canonicalJson = (value: unknown): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
