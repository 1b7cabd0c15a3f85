import * as v from 'valibot';
import { idSchema } from './text-fields.ts';
import type { EntityRef } from './entity.ts';
import { entityKey } from './mention.ts';
import { OVERLAY_PACK } from './overlay.ts';

/**
 * What a page may learn of a followed name that stands on it.
 * - `inline`: painted with the highlights of the document, which its scripts can read.
 * - `overlay`: drawn over the page in a closed root; its scripts see that there is a root, not what is marked.
 * - `quiet`: nothing on the page; the name is listed in the extension's own pages only.
 */
export const PRIVACY_LEVELS = ['inline', 'overlay', 'quiet'] as const;
export type PrivacyLevel = (typeof PRIVACY_LEVELS)[number];

const levelSchema = v.picklist(PRIVACY_LEVELS);

/** The levels the user chose, by pack and by entity; the entity's own counts more. Whatever is not named is `inline`. */
export const privacySchema = v.object({
  packs: v.record(idSchema, levelSchema),
  entities: v.record(v.string(), levelSchema),
});
export type Privacy = v.InferOutput<typeof privacySchema>;

export const DEFAULT_PRIVACY: Privacy = { packs: {}, entities: {} };

export const privacyOf = ({ packs, entities }: Privacy, entity: EntityRef): PrivacyLevel =>
  entities[entityKey(entity)] ?? packs[entity.pack] ?? 'inline';

/** The level of an entity that several packs know: the most private of theirs. */
export const strictestPrivacy = (privacy: Privacy, members: readonly EntityRef[]): PrivacyLevel =>
  PRIVACY_LEVELS.findLast((level) => members.some((member) => privacyOf(privacy, member) === level)) ?? 'inline';

/**
 * How openly a name is marked on a page. Names that only the user follows, and for which nothing was chosen, are quiet where
 * `marksOwn` is false.
 */
export function markLevel(privacy: Privacy, members: readonly EntityRef[], marksOwn: boolean): PrivacyLevel {
  const isUnchosen = ({ pack }: EntityRef, key: string): boolean =>
    pack === OVERLAY_PACK && privacy.entities[key] === undefined && privacy.packs[pack] === undefined;
  const isPrivate = members.every((member) => isUnchosen(member, entityKey(member)));
  return isPrivate && !marksOwn ? 'quiet' : strictestPrivacy(privacy, members);
}
