/** What popup, side panel and manager say about how openly names are marked (a part of `contract.ts`). */
import * as v from 'valibot';
import { PRIVACY_LEVELS, type PrivacyLevel } from '../core/model/privacy.ts';
import { idSchema } from '../core/model/text-fields.ts';
import { entityRef } from './contract-fields.ts';

const level = v.picklist(PRIVACY_LEVELS);

export const privacyRequests = {
  'page.setPackPrivacy': v.strictObject({ pack: idSchema, privacy: level }),
  /** Null: as for the others of its pack. */
  'page.setEntityPrivacy': v.strictObject({ entity: entityRef, privacy: v.nullable(level) }),
  'page.entityPrivacy': v.strictObject({ entity: entityRef }),
  /** Has the names that only the user follows marked on a site; on every one where it is null. */
  'page.markOwnNames': v.strictObject({ site: v.nullable(v.pipe(v.string(), v.maxLength(253))) }),
} as const;

export type PrivacyResults = {
  'page.setPackPrivacy': null;
  'page.setEntityPrivacy': null;
  /** What the user chose for an entity; null if nothing. */
  'page.entityPrivacy': PrivacyLevel | null;
  'page.markOwnNames': null;
};
