/** What the manager asks about packs: import, versions, subscriptions. A part of the contract (`contract.ts`). */
import * as v from 'valibot';
import { LIMITS } from '../core/model/limits.ts';
import type { Result } from '../core/model/result.ts';
import { idSchema } from '../core/model/text-fields.ts';
import type { ImportJob } from '../core/packs/import-job.ts';
import type { LostPack, PackDetails } from '../core/packs/pack-details.ts';
import type { PackProblem } from '../core/packs/pack-problem.ts';
import type { PackSummary } from '../core/packs/pack-summary.ts';
import type { PackReview } from '../core/packs/review.ts';
import { CHANNELS } from '../core/updates/manifest.ts';
import { subscribeRequestSchema, type PublisherPreview } from '../core/updates/publisher-preview.ts';
import type { RequestEntry } from '../core/updates/request-entry.ts';
import { SCHEDULES, tokenSchema } from '../core/updates/subscription.ts';
import type { UpdateFailure } from '../core/updates/update-failure.ts';

const ticket = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const pack = v.strictObject({ pack: idSchema });

export const packRequests = {
  /** Everything the packs page shows. */
  'page.packs': v.strictObject({}),
  'page.importUpload': v.strictObject({ ticket }),
  /** The imports that are under way. */
  'page.jobs': v.strictObject({}),
  'page.cancelImport': v.strictObject({ ticket }),
  'page.setPackEnabled': v.strictObject({ pack: idSchema, enabled: v.boolean() }),
  'page.setPackOrder': v.strictObject({ packs: v.pipe(v.array(idSchema), v.maxLength(LIMITS.packs)) }),
  'page.removePack': pack,
  /** What the version that waits would change, or what the last update changed. */
  'page.review': v.strictObject({ pack: idSchema, which: v.picklist(['pending', 'last']) }),
  /** Notes that the user has looked at what the last update changed. */
  'page.markSeen': pack,
  'page.applyUpdate': pack,
  'page.declineUpdate': pack,
  /** Puts a kept version in use, named by its newest layer. */
  'page.rollBack': v.strictObject({ pack: idSchema, layer: ticket }),
  /** What stands at an address; nothing is kept. */
  'page.previewPublisher': v.strictObject({
    url: v.pipe(v.string(), v.maxLength(LIMITS.urlLength)),
    token: v.nullable(tokenSchema),
  }),
  'page.subscribe': subscribeRequestSchema,
  /** Fetches a file once and puts it aside for import. */
  'page.fetchUpload': v.strictObject({ url: v.pipe(v.string(), v.maxLength(LIMITS.urlLength)) }),
  'page.unsubscribe': pack,
  'page.setSubscription': v.strictObject({
    pack: idSchema,
    schedule: v.picklist(SCHEDULES),
    isAutomatic: v.boolean(),
    channel: v.picklist(CHANNELS),
  }),
  /** Changes the token with which a private address is asked; null for none. */
  'page.setToken': v.strictObject({ pack: idSchema, token: v.nullable(tokenSchema) }),
  'page.checkPack': pack,
  /** Fetches again what the store has lost, or forgets it. */
  'page.restoreLost': pack,
  'page.forgetLost': pack,
  /** The requests that were made for packs. */
  'page.requestLog': v.strictObject({}),
} as const;

export type ImportOutcome = Result<PackSummary, readonly PackProblem[]>;

export type PacksOverview = {
  readonly packs: readonly PackDetails[];
  readonly jobs: readonly ImportJob[];
  readonly lost: readonly LostPack[];
  /** Bytes that the extension's data takes and may take, as the browser estimates; null where it does not say. */
  readonly storage: { readonly used: number; readonly quota: number } | null;
};

export type PackResults = {
  'page.packs': PacksOverview;
  'page.importUpload': ImportOutcome;
  'page.jobs': readonly ImportJob[];
  'page.cancelImport': null;
  'page.setPackEnabled': null;
  'page.setPackOrder': null;
  'page.removePack': null;
  /** Null if there is nothing to compare. */
  'page.review': PackReview | null;
  'page.markSeen': null;
  'page.applyUpdate': null;
  'page.declineUpdate': null;
  'page.rollBack': null;
  'page.previewPublisher': Result<PublisherPreview, UpdateFailure>;
  'page.subscribe': Result<null, UpdateFailure>;
  /** The ticket of the upload. */
  'page.fetchUpload': Result<number, UpdateFailure>;
  'page.unsubscribe': null;
  'page.setSubscription': null;
  'page.setToken': null;
  'page.checkPack': Result<null, UpdateFailure>;
  'page.restoreLost': Result<null, UpdateFailure>;
  'page.forgetLost': null;
  'page.requestLog': readonly RequestEntry[];
};
