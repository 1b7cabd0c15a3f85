import type { Entity, EntityRef } from '../model/entity.ts';
import { entityKey, type TrackedAlias } from '../model/mention.ts';
import { isStandIn, OVERLAY_PACK } from '../model/overlay.ts';

/** The aliases of one spelling that one record has, and the records that are about the same entity. */
export type ClusteredAliases = {
  readonly pack: string;
  readonly entity: Entity;
  readonly aliases: readonly TrackedAlias[];
  /** The first stands for all. */
  readonly members: readonly EntityRef[];
  /** The records themselves in the user's order of packs. */
  readonly heads: readonly { readonly pack: string; readonly entity: Entity }[];
};

/**
 * One candidate for each entity, however many packs know it: with the rules of the first pack that has the spelling, or the
 * user's own if the overlay lists it, and the name that the first pack gives. A stand-in of the overlay lends its name only as
 * long as no other pack knows the entity.
 */
export function mergeAliases(clustered: readonly ClusteredAliases[]): TrackedAlias[] {
  const groups = Map.groupBy(clustered, ({ members, pack, entity }) =>
    entityKey(members[0] ?? { pack, id: entity.id }),
  );
  return [...groups.values()].flatMap((group) => {
    const chosen = group
      .map((record) => ({ ...record, aliases: ownWords(record) }))
      .filter(({ aliases }) => aliases.length > 0)
      .toSorted((a, b) => rankOf(a) - rankOf(b))[0];
    return chosen === undefined ? [] : chosen.aliases.map((tracked) => standingForAll(tracked, chosen));
  });
}

/** The user's own rules come first; the rest in the order of the packs. */
const rankOf = ({ pack, members }: ClusteredAliases): number =>
  pack === OVERLAY_PACK ? -1 : members.findIndex((member) => member.pack === pack);

function ownWords({ pack, entity, members, aliases }: ClusteredAliases): readonly TrackedAlias[] {
  if (!isStandIn(pack, entity) || members.length < 2) return aliases;
  return aliases.filter(({ alias }) => entity.aliases.some(({ text }) => text === alias.text));
}

function standingForAll(tracked: TrackedAlias, { members, heads }: ClusteredAliases): TrackedAlias {
  const [entity] = members;
  const head = heads[0]?.entity;
  if (entity === undefined || head === undefined || members.length < 2) return tracked;
  const isKeptDark = heads.some(
    ({ pack, entity: { highlight } }) => highlight === false && (pack === entity.pack || pack === OVERLAY_PACK),
  );
  return { ...tracked, entity, name: head.name, type: head.type, paint: tracked.paint && !isKeptDark, members };
}
