import type { Entity, EntityRef } from '../model/entity.ts';
import { entityKey } from '../model/mention.ts';
import type { MergeChoices } from './merge-choices.ts';

/** What of an entity decides with which ones of other packs it is the same. */
export type MergeableEntity = {
  readonly ref: EntityRef;
  readonly wikidata: string | null;
  readonly sameAs: readonly string[];
};

export const toMergeable = (pack: string, { id, links, sameAs = [] }: Entity): MergeableEntity => ({
  ref: { pack, id },
  wikidata: links?.wikidata ?? null,
  sameAs,
});

/**
 * The strings of which two entities share one if anything but the user's choice makes them the same. Few share one, so that
 * only these have to be held in memory.
 */
export const joinKeys = ({ ref, wikidata, sameAs }: MergeableEntity): string[] => [
  ...new Set([ref.id, ...sameAs.map(idIn)]),
  ...(wikidata === null ? [] : [`wikidata ${wikidata}`]),
];

/** The entities that the user's choices speak of. */
export const chosenKeys = ({ same }: MergeChoices): ReadonlySet<string> => new Set(same.flat().map(entityKey));

/** The id of an entry of `sameAs`. */
const idIn = (entry: string): string => entry.slice(entry.indexOf('/') + 1);
