import type { Entity, EntityRef } from '../model/entity.ts';
import { entityKey } from '../model/mention.ts';
import { OVERLAY_PACK } from '../model/overlay.ts';

/** The record of the overlay that stands for one of another pack; null if there is none yet. */
export function findStandIn(own: readonly Entity[], ref: EntityRef): Entity | null {
  const key = entityKey(ref);
  const stands = ({ id, sameAs = [] }: Entity): boolean =>
    ref.pack === OVERLAY_PACK ? id === ref.id : sameAs.includes(key);
  return own.find(stands) ?? null;
}

/** A new record to stand for one of another pack: of the same id if that is free, with its name and type and no aliases. */
export function makeStandIn(own: readonly Entity[], ref: EntityRef, { name, type }: Entity): Entity {
  return {
    id: freeId(ref.id, (id) => own.some((entity) => entity.id === id)),
    name,
    type,
    aliases: [],
    sameAs: [entityKey(ref)],
  };
}

/** The id, or with the first number that makes it free. */
export function freeId(id: string, isTaken: (id: string) => boolean): string {
  if (!isTaken(id)) return id;
  for (let number = 2; ; number++) {
    const numbered = `${id.slice(0, MAX_STEM).replace(/[-._]+$/, '')}-${number}`;
    if (!isTaken(numbered)) return numbered;
  }
}

/** Room for a number behind the longest id. */
const MAX_STEM = 88;
