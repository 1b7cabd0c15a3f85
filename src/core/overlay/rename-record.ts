import type { Entity } from '../model/entity.ts';
import type { PackRecord } from '../model/fact-pack.ts';
import type { Fact } from '../model/fact.ts';

/** What an id of an entity becomes. */
export type EntityId = (id: string) => string;

/**
 * A record under other ids, its own and those of all it relies on.
 *
 * @param ids by kind and id, such as `fact f1`; what is not among them keeps its id.
 */
export function renameRecord(record: PackRecord, ids: ReadonlyMap<string, string>, entityId: EntityId): PackRecord {
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

export const renameNeeds = (alias: Entity['aliases'][number], entityId: EntityId): Entity['aliases'][number] =>
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
