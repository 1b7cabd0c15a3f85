import type { Alias, Entity } from '../model/entity.ts';
import { entitiesOf } from '../model/fact-entities.ts';
import { PACK_FORMAT, PACK_FORMAT_VERSION, type PackHeader, type PackRecord } from '../model/fact-pack.ts';
import type { Conflict, Fact } from '../model/fact.ts';
import { LIMITS } from '../model/limits.ts';
import { OVERLAY_PACK } from '../model/overlay.ts';
import type { Source } from '../model/source.ts';
import { formatPack } from './apply-patch.ts';
import { canonicalJson } from './diff-packs.ts';
import { createIdGiver } from './give-ids.ts';

/** What one pack knows of one chosen entity. */
export type ExtractPart = {
  readonly header: PackHeader;
  readonly entity: Entity;
  readonly facts: readonly Fact[];
  readonly sources: readonly Source[];
  readonly conflicts: readonly Conflict[];
  /** The entities its facts are about. */
  readonly others: readonly Entity[];
};

/** How the new pack is called. */
export type ExtractProfile = Pick<PackHeader, 'id' | 'title' | 'language' | 'published'> & {
  readonly publisher: string;
};

/**
 * The text of a pack of its own with some entities of others: their names, facts, sources, and the conflicts among these. Records
 * of several packs that are about one entity become one. Entities that the facts name besides are known to it, and not marked. An
 * alias that needs an entity that is not in it is left out, and so is a fact about one that its pack does not hold. All entities say
 * where they are from (`sameAs`), and the header whose work it is, under which licences.
 *
 * @param parts in the user's order of packs.
 * @param standFor the key of the record that stands for the entity of another (`pack/id`).
 */
export function extractPack(
  parts: readonly ExtractPart[],
  standFor: (key: string) => string,
  profile: ExtractProfile,
): string {
  const ids = { entity: createIdGiver(), source: createIdGiver(), fact: createIdGiver(), conflict: createIdGiver() };
  const inPack = (part: ExtractPart, id: string): string => `${part.header.id}/${id}`;
  const entityId = (part: ExtractPart, id: string): string => ids.entity(standFor(inPack(part, id)));
  const groups = Map.groupBy(parts, (part) => entityId(part, part.entity.id));
  const companions = new Map<string, { readonly part: ExtractPart; readonly entity: Entity }>();
  for (const part of parts)
    for (const entity of part.others) {
      const id = entityId(part, entity.id);
      if (!groups.has(id) && !companions.has(id)) companions.set(id, { part, entity });
    }
  const isKnown = (id: string): boolean => groups.has(id) || companions.has(id);

  const sources = new Map<string, Source>();
  const sourceIds = new Map<string, string>();
  const sourceId = (part: ExtractPart, id: string): string => sourceIds.get(inPack(part, id)) ?? '';
  const facts = new Map<string, Fact>();
  const factIds = new Map<string, string>();
  for (const part of parts) {
    for (const source of part.sources) {
      const id = ids.source(`${canonicalJson(source)}/${source.id}`);
      sourceIds.set(inPack(part, source.id), id);
      sources.set(id, { ...source, id });
    }
    for (const fact of part.facts) {
      if (!entitiesOf(fact).every((id) => isKnown(entityId(part, id)))) continue;
      const id = ids.fact(inPack(part, fact.id));
      factIds.set(inPack(part, fact.id), id);
      facts.set(
        id,
        moveFact(
          fact,
          id,
          (other) => entityId(part, other),
          (other) => sourceId(part, other),
        ),
      );
    }
  }
  const conflicts = new Map<string, Conflict>();
  for (const part of parts)
    for (const conflict of part.conflicts) {
      const about = conflict.facts.flatMap((id) => factIds.get(inPack(part, id)) ?? []);
      if (about.length < (conflict.kind === 'disagreement' ? 2 : 1)) continue;
      const id = ids.conflict(inPack(part, conflict.id));
      const entities = [...new Set(conflict.entities.map((other) => entityId(part, other)))].filter(isKnown);
      conflicts.set(id, { ...conflict, id, facts: about, entities });
    }
  const entities = [
    ...[...groups].map(([id, group]) => joinEntity(id, group, (part, other) => entityId(part, other), isKnown)),
    ...[...companions].map(([id, { part, entity }]) => bareEntity(id, part, entity)),
  ];
  const records: PackRecord[] = [
    ...[...sources.values()].map((source) => ({ type: 'source' as const, source })),
    ...entities.map((entity) => ({ type: 'entity' as const, entity })),
    ...[...facts.values()].map((fact) => ({ type: 'fact' as const, fact })),
    ...[...conflicts.values()].map((conflict) => ({ type: 'conflict' as const, conflict })),
  ];
  const headers = [...new Map(parts.map(({ header }) => [header.id, header])).values()];
  return formatPack(
    {
      ...{ format: PACK_FORMAT, formatVersion: PACK_FORMAT_VERSION, version: 1 },
      ...{ id: profile.id, title: profile.title, language: profile.language, published: profile.published },
      ...{ publisher: { name: profile.publisher }, license: joinLicenses(headers), description: credit(headers) },
      counts: {
        ...{ entities: entities.length, facts: facts.size, sources: sources.size, conflicts: conflicts.size },
      },
    },
    records,
  );
}

function moveFact(fact: Fact, id: string, entityId: (id: string) => string, sourceId: (id: string) => string): Fact {
  const { value } = fact;
  return {
    ...fact,
    id,
    subjects: [...new Set(fact.subjects.map(entityId))],
    ...(value?.type === 'relation' && { value: { ...value, object: entityId(value.object) } }),
    ...(value?.type === 'entities' && { value: { ...value, entities: value.entities.map(entityId) } }),
    ...(value?.type === 'role' &&
      value.organisation !== undefined && { value: { ...value, organisation: entityId(value.organisation) } }),
    references: fact.references.map((reference) => ({
      ...reference,
      source: sourceId(reference.source),
      ...(reference.attributedTo !== undefined && { attributedTo: sourceId(reference.attributedTo) }),
    })),
  };
}

function joinEntity(
  id: string,
  group: readonly ExtractPart[],
  entityId: (part: ExtractPart, id: string) => string,
  isKnown: (id: string) => boolean,
): Entity {
  const [first] = group;
  if (first === undefined) throw new Error('a group of no records');
  const aliases = new Map<string, Alias>();
  for (const part of group) {
    const names = part.entity.name === first.entity.name ? [] : [{ text: part.entity.name }];
    for (const alias of [...part.entity.aliases, ...names]) {
      const moved = moveNeeds(alias, (other) => entityId(part, other), isKnown);
      if (moved !== null && !aliases.has(alias.text)) aliases.set(alias.text, moved);
    }
  }
  return {
    ...first.entity,
    id,
    aliases: [...aliases.values()].slice(0, LIMITS.aliasesPerEntity),
    ...sameAsOf(group.map((part) => ({ part, entity: part.entity }))),
  };
}

const bareEntity = (id: string, part: ExtractPart, { name, type, ...entity }: Entity): Entity => ({
  ...{ id, name, type, aliases: [], highlight: false },
  ...sameAsOf([{ part, entity: { ...entity, name, type } }]),
});

/** What an entity was before. What the user added has no name elsewhere: there, what it stood for. */
function sameAsOf(members: readonly { readonly part: ExtractPart; readonly entity: Entity }[]): Pick<Entity, 'sameAs'> {
  const from = members.flatMap(({ part: { header }, entity: { id, sameAs = [] } }) => [
    ...(header.id === OVERLAY_PACK ? [] : [`${header.id}/${id}`]),
    ...sameAs,
  ]);
  const sameAs = [...new Set(from)].slice(0, LIMITS.sameAsPerEntity);
  return sameAs.length === 0 ? {} : { sameAs };
}

/** Null where what it needs is not there: without its rule it would be marked where its author did not want it. */
function moveNeeds(alias: Alias, entityId: (id: string) => string, isKnown: (id: string) => boolean): Alias | null {
  if (alias.needs?.entities === undefined) return alias;
  const { entities: listed, ...others } = alias.needs;
  const entities = [...new Set(listed.map(entityId))].filter(isKnown);
  if (entities.length === 0 && Object.keys(others).length === 0) return null;
  return { ...alias, needs: { ...others, ...(entities.length > 0 && { entities }) } };
}

/** The licence that all share; else each with its pack. */
function joinLicenses(headers: readonly PackHeader[]): string {
  const licenses = [...new Set(headers.map(({ license }) => license))];
  const [only = ''] = licenses;
  return licenses.length === 1
    ? only
    : cut(headers.map(({ license, title }) => `${license} (${title})`).join('; '), LIMITS.nameLength);
}

const credit = (headers: readonly PackHeader[]): string =>
  cut(
    headers
      .map(({ title, version, publisher, license }) => `${title}, version ${version}: ${publisher.name}, ${license}`)
      .join('; '),
    LIMITS.noteLength,
  );

const cut = (text: string, length: number): string =>
  text.length <= length ? text : `${text.slice(0, length - 2).replace(/\p{Surrogate}$/u, '')} …`;
