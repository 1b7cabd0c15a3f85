import type { Entity } from '../model/entity.ts';
import type { Fact } from '../model/fact.ts';
import type { Source } from '../model/source.ts';
import type { PackRecord } from '../model/fact-pack.ts';
import { canonicalJson } from '../packs/diff-packs.ts';
import { bodyOf, type PackPatch, type RecordRef } from '../packs/pack-patch.ts';
import { usesOf } from '../packs/record-uses.ts';
import type { OverlayRecords } from './edit-overlay.ts';
import { renameNeeds, renameRecord, type EntityId } from './rename-record.ts';
import { freeId } from './stand-in.ts';

/** The pack for whose publisher a proposal is made. */
export type ProposalBase = {
  readonly pack: string;
  readonly version: number;
  /** Its entities for which the overlay has a stand-in, by id. */
  readonly entities: ReadonlyMap<string, Entity>;
  /** Its facts that the user has corrected: the id of each, by that of the overlay's fact in its place. */
  readonly corrected: ReadonlyMap<string, string>;
  /** Its sources with an id that one of the overlay has too. */
  readonly sources: ReadonlyMap<string, Source>;
  /** Those of the overlay's records whose id the pack uses itself. */
  readonly taken: (ref: RecordRef) => boolean;
};

/**
 * What the overlay adds to one pack, for its publisher: facts about its entities and about new ones, with what they rely on, and
 * aliases added to its entities. Stand-ins become the entities they stand for; ids that the pack uses for something else get a
 * number. A corrected fact takes the place of the pack's. Notes and hidden facts stay with the user. Null if there is nothing to propose.
 */
export function proposeOverlay(own: OverlayRecords, base: ProposalBase): PackPatch | null {
  const standsFor = new Map(own.entities.map((entity) => [entity.id, standInTarget(entity, base)]));
  const isNew = ({ sameAs }: Entity): boolean => sameAs === undefined;
  const wanted = new Set(
    own.entities.filter((entity) => isNew(entity) || standsFor.get(entity.id)).map(({ id }) => id),
  );
  const facts = own.facts.filter((fact) => fact.subjects.some((id) => wanted.has(id)));
  const isCopy = (record: PackRecord): boolean =>
    record.type === 'source' && canonicalJson(record.source) === canonicalJson(base.sources.get(record.source.id));
  const records = collectUsed(own, facts, own.entities.filter(isNew)).filter((record) => !isCopy(record));

  const ids = new Map<string, string>();
  const taken = new Set<string>();
  for (const record of records) {
    const { type: kind } = record;
    const { id } = bodyOf(record);
    const target = kind === 'entity' ? standsFor.get(id) : null;
    const isTaken = (candidate: string): boolean =>
      taken.has(`${kind} ${candidate}`) || base.taken({ kind, id: candidate });
    const corrected = kind === 'fact' ? base.corrected.get(id) : undefined;
    const given = target?.id ?? corrected ?? freeId(id, isTaken);
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

/** The pack's entity with the aliases that its stand-in lists besides. */
function extendEntity({ aliases }: Entity, target: Entity | null, entityId: EntityId): PackRecord[] {
  if (target === null) return [];
  const known = new Set(target.aliases.map(({ text }) => text));
  const added = aliases.filter(({ text }) => !known.has(text)).map((alias) => renameNeeds(alias, entityId));
  return added.length === 0 ? [] : [{ type: 'entity', entity: { ...target, aliases: [...target.aliases, ...added] } }];
}
