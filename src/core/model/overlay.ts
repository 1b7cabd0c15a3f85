import type { Entity, EntityRef } from './entity.ts';

/** The id of the pack that holds what the user has added. No file may bear it. */
export const OVERLAY_PACK = 'own';

/** Whether an entity of the overlay stands for one of another pack, of which it lends the name. */
export const isStandIn = (pack: string, entity: Entity): boolean =>
  pack === OVERLAY_PACK && entity.sameAs !== undefined;

/** Whether the user added it: then it needs no publisher's word. */
export const isOwn = ({ pack }: EntityRef): boolean => pack === OVERLAY_PACK;
