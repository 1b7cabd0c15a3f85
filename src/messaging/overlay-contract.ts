/** What the manager asks about layers of packs and what the user added. A part of the contract (`contract.ts`). */
import * as v from 'valibot';
import { idSchema } from '../core/model/text-fields.ts';

const entityRef = v.strictObject({ pack: idSchema, id: idSchema });

export const overlayRequests = {
  /** Whether two records are about one entity: the user's word, or (`unsaid`) what the packs say. */
  'page.setMerge': v.strictObject({ a: entityRef, b: entityRef, verdict: v.picklist(['same', 'different', 'unsaid']) }),
} as const;

export type OverlayResults = {
  'page.setMerge': null;
};
