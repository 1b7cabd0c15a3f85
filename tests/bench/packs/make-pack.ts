import type { FactPack, PackHeader, PackRecord } from '../../../src/core/model/fact-pack.ts';
import type { Alias, Entity } from '../../../src/core/model/entity.ts';
import type { Conflict, Fact } from '../../../src/core/model/fact.ts';
import { coinText } from './coin-text.ts';

/** Spellings of one copy; more than the pack has. */
const SPELLINGS = 4096;

/** So many copies of a real pack in one: ids and names are another's in each, all else is as real records have it. */
export type PackCopies = {
  readonly header: PackHeader;
  readonly recordCount: number;
  /** In the order of a pack file. */
  records(): Generator<PackRecord>;
};

export function copyPack(pack: FactPack, copies: number): PackCopies {
  const { sources, entities, facts, conflicts } = pack;
  const counts = {
    ...{ sources: sources.length * copies, entities: entities.length * copies },
    ...{ facts: facts.length * copies, conflicts: conflicts.length * copies },
  };
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const number = numbers.get(text) ?? numbers.size;
    numbers.set(text, number);
    return number;
  };
  const spell = (text: string, copy: number): string => coinText(text, copy * SPELLINGS + numberOf(text));
  return {
    header: { ...pack.header, id: 'bench', version: 1, counts },
    recordCount: counts.sources + counts.entities + counts.facts + counts.conflicts,
    *records() {
      for (let copy = 0; copy < copies; copy++)
        for (const source of sources) yield { type: 'source', source: { ...source, id: rename(source.id, copy) } };
      for (let copy = 0; copy < copies; copy++)
        for (const entity of entities)
          yield { type: 'entity', entity: copyEntity(entity, copy, (text) => spell(text, copy)) };
      for (let copy = 0; copy < copies; copy++)
        for (const fact of facts) yield { type: 'fact', fact: copyFact(fact, copy) };
      for (let copy = 0; copy < copies; copy++)
        for (const conflict of conflicts) yield { type: 'conflict', conflict: copyConflict(conflict, copy) };
    },
  };
}

/** The id of a record of the real pack in a copy. */
const rename = (id: string, copy: number): string => `${id}-${copy}`;

function copyEntity(entity: Entity, copy: number, spell: (text: string) => string): Entity {
  const copyAlias = (alias: Alias): Alias => {
    const { text, needs } = alias;
    const others = needs?.entities?.map((id) => rename(id, copy));
    return {
      ...alias,
      text: spell(text),
      ...(needs === undefined ? {} : { needs: others === undefined ? needs : { ...needs, entities: others } }),
    };
  };
  const { id, name, aliases } = entity;
  return { ...entity, id: rename(id, copy), name: spell(name), aliases: aliases.map(copyAlias) };
}

function copyFact(fact: Fact, copy: number): Fact {
  const { id, subjects, references, value } = fact;
  return {
    ...fact,
    id: rename(id, copy),
    subjects: subjects.map((subject) => rename(subject, copy)),
    references: references.map((reference) => ({
      ...reference,
      source: rename(reference.source, copy),
      ...(reference.attributedTo === undefined ? {} : { attributedTo: rename(reference.attributedTo, copy) }),
    })),
    ...(value === undefined ? {} : { value: copyValue(value, copy) }),
  };
}

function copyValue(value: NonNullable<Fact['value']>, copy: number): NonNullable<Fact['value']> {
  if (value.type === 'entities') return { ...value, entities: value.entities.map((id) => rename(id, copy)) };
  if (value.type === 'relation') return { ...value, object: rename(value.object, copy) };
  if (value.type !== 'role' || value.organisation === undefined) return value;
  return { ...value, organisation: rename(value.organisation, copy) };
}

const copyConflict = (conflict: Conflict, copy: number): Conflict => ({
  ...conflict,
  id: rename(conflict.id, copy),
  facts: conflict.facts.map((id) => rename(id, copy)),
  entities: conflict.entities.map((id) => rename(id, copy)),
});
