import type { Entity } from '../model/entity.ts';
import type { Fact } from '../model/fact.ts';
import type { PackRecord } from '../model/fact-pack.ts';
import { bodyOf, type PackPatch, type RecordRef } from '../packs/pack-patch.ts';
import { usesOf } from '../packs/record-uses.ts';
import type { OverlayRecords } from './edit-overlay.ts';
import { freeId } from './stand-in.ts';

/** The pack for whose publisher a proposal is made. */
export type ProposalBase = {
  readonly pack: string;
  readonly version: number;
  /** Its entities for which the overlay has a stand-in, by id. */
  readonly entities: ReadonlyMap<string, Entity>;
  /** Those of the overlay's records whose id the pack uses itself. */
  readonly taken: (ref: RecordRef) => boolean;
};

/**
 * What the overlay adds to one pack, for its publisher: facts about its entities and about new ones, with what they rely on, and
 * aliases added to its entities. Stand-ins become the entities they stand for; ids that the pack uses for something else get a
 * number. Notes and hidden facts stay with the user. Null if there is nothing to propose.
 */
export function proposeOverlay(own: OverlayRecords, base: ProposalBase): PackPatch | null {
  const standsFor = new Map(own.entities.map((entity) => [entity.id, standInTarget(entity, base)]));
  const isNew = ({ sameAs }: Entity): boolean => sameAs === undefined;
  const wanted = new Set(
    own.entities.filter((entity) => isNew(entity) || standsFor.get(entity.id)).map(({ id }) => id),
  );
  const facts = own.facts.filter((fact) => fact.subjects.some((id) => wanted.has(id)));
  const records = collectUsed(own, facts, own.entities.filter(isNew));

  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const record of records) {
    const { type: kind } = record;
    const { id } = bodyOf(record);
    const target = kind === 'entity' ? standsFor.get(id) : null;
    const isTaken = (candidate: string): boolean =>
      taken.has(`${kind} ${candidate}`) || base.taken({ kind, id: candidate });
    const given = target?.id ?? freeId(id, isTaken);
    ids.set(`${kind} ${id}`, given);
    taken.add(`${kind} ${given}`);
  }
  const entityId = (id: string): string => standsFor.get(id)?.id ?? ids.get(`entity ${id}`) ?? id;
  const put = records.flatMap((record) => {
    if (record.type !== 'entity') return [renameRecord(record, ids, entityId)];
    const target = standsFor.get(record.entity.id) ?? null;
    return target === null ? [renameRecord(record, ids, entityId)] : [];
  });
  const extended = own.entities.flatMap((entity) => extendEntity(entity, standsFor.get(entity.id) ?? null, entityId));
  const all = [...put, ...extended];
  return all.length === 0
    ? null
    : { pack: base.pack, from: base.version, header: null, put: all, remove: [], remarks: [] };
}

/** The entity of the pack for which a record of the overlay stands; null if for none of it. */
function standInTarget({ sameAs = [] }: Entity, { pack, entities }: ProposalBase): Entity | null {
  const ids = sameAs.flatMap((entry) => (entry.startsWith(`${pack}/`) ? [entry.slice(pack.length + 1)] : []));
  return ids.map((id) => entities.get(id)).find((entity) => entity !== undefined) ?? null;
}

/** Facts, new entities, and all they rely on; conflicts between them. */
function collectUsed(own: OverlayRecords, facts: readonly Fact[], added: readonly Entity[]): PackRecord[] {
  const known = new Map<string, PackRecord>([
    ...own.sources.map((source) => [`source ${source.id}`, { type: 'source' as const, source }] as const),
    ...own.entities.map((entity) => [`entity ${entity.id}`, { type: 'entity' as const, entity }] as const),
    ...own.facts.map((fact) => [`fact ${fact.id}`, { type: 'fact' as const, fact }] as const),
  ]);
  const factIds = new Set(facts.map(({ id }) => id));
  const conflicts = own.conflicts.filter(
    (conflict) => conflict.facts.length > 0 && conflict.facts.every((id) => factIds.has(id)),
  );
  const found = new Map<string, PackRecord>();
  const take = (key: string, record: PackRecord | undefined): void => {
    if (record === undefined || found.has(key)) return;
    // First what it relies on, then itself; the mark before keeps a circle of aliases from going on for ever.
    found.set(key, record);
    for (const use of usesOf(record)) take(`${use.kind} ${use.id}`, known.get(`${use.kind} ${use.id}`));
  };
  for (const { id } of added) take(`entity ${id}`, known.get(`entity ${id}`));
  for (const id of factIds) take(`fact ${id}`, known.get(`fact ${id}`));
  for (const conflict of conflicts) take(`conflict ${conflict.id}`, { type: 'conflict', conflict });
  return [...found.values()];
}

type EntityId = (id: string) => string;

function renameRecord(record: PackRecord, ids: ReadonlyMap<string, string>, entityId: EntityId): PackRecord {
  const idOf = (kind: PackRecord['type'], id: string): string => ids.get(`${kind} ${id}`) ?? id;
  switch (record.type) {
    case 'source':
      return { type: 'source', source: { ...record.source, id: idOf('source', record.source.id) } };
    case 'entity':
      return { type: 'entity', entity: renameEntity(record.entity, entityId) };
    case 'fact':
      return { type: 'fact', fact: renameFact(record.fact, idOf, entityId) };
    case 'conflict': {
      const { conflict } = record;
      return {
        type: 'conflict',
        conflict: {
          ...conflict,
          id: idOf('conflict', conflict.id),
          facts: conflict.facts.map((id) => idOf('fact', id)),
          entities: conflict.entities.map(entityId),
        },
      };
    }
  }
}

const renameEntity = (entity: Entity, entityId: EntityId): Entity => ({
  ...entity,
  id: entityId(entity.id),
  aliases: entity.aliases.map((alias) => renameNeeds(alias, entityId)),
});

const renameNeeds = (alias: Entity['aliases'][number], entityId: EntityId): Entity['aliases'][number] =>
  alias.needs?.entities === undefined
    ? alias
    : { ...alias, needs: { ...alias.needs, entities: alias.needs.entities.map(entityId) } };

const renameFact = (fact: Fact, idOf: (kind: 'fact' | 'source', id: string) => string, entityId: EntityId): Fact => ({
  ...fact,
  id: idOf('fact', fact.id),
  subjects: fact.subjects.map(entityId),
  ...(fact.value === undefined ? {} : { value: renameValue(fact.value, entityId) }),
  references: fact.references.map((reference) => ({
    ...reference,
    source: idOf('source', reference.source),
    ...(reference.attributedTo === undefined ? {} : { attributedTo: idOf('source', reference.attributedTo) }),
  })),
});

function renameValue(value: NonNullable<Fact['value']>, entityId: EntityId): NonNullable<Fact['value']> {
  if (value.type === 'entities') return { ...value, entities: value.entities.map(entityId) };
  if (value.type === 'relation') return { ...value, object: entityId(value.object) };
  if (value.type === 'role' && value.organisation !== undefined)
    return { ...value, organisation: entityId(value.organisation) };
  return value;
}

/** The pack's entity with the aliases that its stand-in lists besides. */
function extendEntity({ aliases }: Entity, target: Entity | null, entityId: EntityId): PackRecord[] {
  if (target === null) return [];
  const known = new Set(target.aliases.map(({ text }) => text));
  const added = aliases.filter(({ text }) => !known.has(text)).map((alias) => renameNeeds(alias, entityId));
  return added.length === 0 ? [] : [{ type: 'entity', entity: { ...target, aliases: [...target.aliases, ...added] } }];
}
