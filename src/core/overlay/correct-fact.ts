import type { Entity } from '../model/entity.ts';
import type { PackRecord } from '../model/fact-pack.ts';
import type { Fact } from '../model/fact.ts';
import { OVERLAY_PACK } from '../model/overlay.ts';
import type { Source } from '../model/source.ts';
import { canonicalJson } from '../packs/diff-packs.ts';
import type { OverlayEdit, OverlayRecords } from './edit-overlay.ts';
import { renameRecord } from './rename-record.ts';
import { findStandIn, freeId, makeStandIn } from './stand-in.ts';

/** A fact of a pack as the user would have it, with all records of that pack it relies on. */
export type CorrectedFact = {
  readonly pack: string;
  readonly fact: Fact;
  readonly entities: readonly Entity[];
  readonly sources: readonly Source[];
  /** The user's own records of these entities, where some stand for them already: the id by that in the pack. */
  readonly ownIds: ReadonlyMap<string, string>;
};

/** What a correction puts into the overlay, and the id there of the corrected fact. */
export type CorrectionPlan = { readonly edit: OverlayEdit; readonly fact: string };

/**
 * Plans how the corrected fact of a pack becomes one of the user's own: records that stand for the entities it is about, its sources
 * as the pack has them, and the fact, under its own id where that is free.
 */
export function planCorrection(own: OverlayRecords, { pack, fact, ...used }: CorrectedFact): CorrectionPlan {
  const put: PackRecord[] = [];
  const ids = new Map<string, string>();
  const entities = [...own.entities];
  for (const entity of used.entities) {
    const ownId = used.ownIds.get(entity.id);
    const found = findStandIn(
      entities,
      ownId === undefined ? { pack, id: entity.id } : { pack: OVERLAY_PACK, id: ownId },
    );
    const standIn = found ?? makeStandIn(entities, { pack, id: entity.id }, entity);
    if (found === null) {
      entities.push(standIn);
      put.push({ type: 'entity', entity: standIn });
    }
    ids.set(`entity ${entity.id}`, standIn.id);
  }
  const sources = [...own.sources];
  for (const source of used.sources) {
    const same = sources.find(({ id }) => id === source.id);
    const isThere = same !== undefined && canonicalJson(same) === canonicalJson(source);
    const id = isThere ? source.id : freeId(source.id, (taken) => sources.some((other) => other.id === taken));
    if (!isThere) {
      sources.push({ ...source, id });
      put.push({ type: 'source', source: { ...source, id } });
    }
    ids.set(`source ${source.id}`, id);
  }
  const id = freeId(fact.id, (taken) => own.facts.some((other) => other.id === taken));
  ids.set(`fact ${fact.id}`, id);
  put.push(renameRecord({ type: 'fact', fact }, ids, (entity) => ids.get(`entity ${entity}`) ?? entity));
  return { edit: { put, remove: [] }, fact: id };
}
