import type { Entity } from '../model/entity.ts';
import type { Fact } from '../model/fact.ts';
import type { PackRecord } from '../model/fact-pack.ts';
import { LISTS, type RecordKind } from './diff-packs.ts';
import { bodyOf } from './pack-patch.ts';
import { changedFields } from './field-changes.ts';
import type { EntityChange, FactChange, PackReview, RecordChange } from './review.ts';

/** Changes of facts and entities that are listed; beyond, they are only counted. */
const MAX_LISTED = 2000;
const ORDER: readonly FactChange['change'][] = ['changed', 'added', 'removed'];

/** Gathers the changes between two versions, one by one, and orders them for a person to read. */
export type ReviewBuilder = {
  add(kind: RecordKind, before: PackRecord | null, after: PackRecord | null): void;
  /** The entities whose names are wanted: facts about them changed, they themselves did not. */
  unnamed(): readonly string[];
  finish(names: ReadonlyMap<string, Entity>): Pick<PackReview, 'counts' | 'entities' | 'records' | 'unlisted'>;
};

type Gathered = { entity: { before: Entity | null; after: Entity | null } | null; facts: FactChange[] };

export function createReviewBuilder(): ReviewBuilder {
  const zero = (): { added: number; changed: number; removed: number } => ({ added: 0, changed: 0, removed: 0 });
  const counts = { entities: zero(), facts: zero(), sources: zero(), conflicts: zero() };
  const gathered = new Map<string, Gathered>();
  const records: RecordChange[] = [];
  const passedOver = new Set<string>();
  let listed = 0;

  const gather = (entity: string): Gathered | null => {
    const known = gathered.get(entity);
    if (listed >= MAX_LISTED) {
      if (known === undefined) passedOver.add(entity);
      return null;
    }
    listed++;
    const fresh: Gathered = known ?? { entity: null, facts: [] };
    gathered.set(entity, fresh);
    return fresh;
  };

  return {
    add(kind, before, after) {
      counts[LISTS[kind]][before === null ? 'added' : after === null ? 'removed' : 'changed']++;
      const record = after ?? before;
      if (record?.type === 'entity') {
        const entry = gather(record.entity.id);
        if (entry === null) return;
        entry.entity = {
          before: before?.type === 'entity' ? before.entity : null,
          after: after?.type === 'entity' ? after.entity : null,
        };
      } else if (record?.type === 'fact') {
        const change = changeOf(
          before?.type === 'fact' ? before.fact : null,
          after?.type === 'fact' ? after.fact : null,
        );
        const [subject] = record.fact.subjects;
        if (change !== null && subject !== undefined) gather(subject)?.facts.push(change);
      } else if (record !== null && records.length < MAX_LISTED) records.push(describeRecord(record, before, after));
    },
    unnamed: () => [...gathered].flatMap(([id, { entity }]) => (entity === null ? [id] : [])),
    finish: (names) => ({
      counts,
      entities: [...gathered]
        .map(([id, entry]) => describe(id, entry, names.get(id) ?? null))
        .toSorted((a, b) => b.facts.length - a.facts.length || a.name.localeCompare(b.name)),
      records,
      unlisted: passedOver.size,
    }),
  };
}

function describe(id: string, { entity, facts }: Gathered, named: Entity | null): EntityChange {
  const { before = null, after = null } = entity ?? {};
  const shown = after ?? before ?? named;
  const change = entity === null ? 'same' : before === null ? 'added' : after === null ? 'removed' : 'changed';
  const fields = before !== null && after !== null ? changedFields(before, after) : [];
  const ordered = facts.toSorted((a, b) => ORDER.indexOf(a.change) - ORDER.indexOf(b.change));
  return { id, name: shown?.name ?? id, type: shown?.type ?? null, change, fields, facts: ordered };
}

function describeRecord(
  record: Extract<PackRecord, { type: 'source' | 'conflict' }>,
  before: PackRecord | null,
  after: PackRecord | null,
): RecordChange {
  const { id, title } = record.type === 'source' ? record.source : record.conflict;
  return {
    ...{ kind: record.type, id, title },
    change: before === null ? 'added' : after === null ? 'removed' : 'changed',
    fields: before !== null && after !== null ? changedFields(bodyOf(before), bodyOf(after)) : [],
  };
}

function changeOf(before: Fact | null, after: Fact | null): FactChange | null {
  if (before !== null && after !== null)
    return {
      change: 'changed',
      id: after.id,
      ...{ before: before.statement, after: after.statement },
      fields: changedFields(before, after).filter(({ field }) => field !== 'statement'),
    };
  const fact = after ?? before;
  return fact && { change: after === null ? 'removed' : 'added', id: fact.id, statement: fact.statement };
}
