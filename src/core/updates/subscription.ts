import * as v from 'valibot';
import { LIMITS } from '../model/limits.ts';
import { idSchema } from '../model/text-fields.ts';
import { CHANNELS, publicKeySchema, sha256Schema } from './manifest.ts';
import { UPDATE_FAILURES } from './update-failure.ts';

/** How often a pack is asked for. */
export const SCHEDULES = ['never', 'hourly', 'daily', 'weekly', 'monthly'] as const;
export type Schedule = (typeof SCHEDULES)[number];

const time = v.nullable(v.pipe(v.number(), v.finite()));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const address = v.pipe(v.string(), v.maxLength(LIMITS.urlLength));
/** A bearer token of a private address: what may stand in an HTTP header. */
export const tokenSchema = v.pipe(v.string(), v.maxLength(4096), v.regex(/^[\x21-\x7e]+$/));

/** A pack that is kept up to date from an address. Times are milliseconds since the epoch. */
export const subscriptionSchema = v.object({
  pack: idSchema,
  title: v.pipe(v.string(), v.maxLength(LIMITS.nameLength)),
  url: address,
  channel: v.picklist(CHANNELS),
  schedule: v.picklist(SCHEDULES),
  token: v.nullable(tokenSchema),
  /** Whether signed updates are applied without asking. Unsigned ones never are. */
  isAutomatic: v.boolean(),
  /** The keys pinned with the first manifest, or those they handed over to; none for an unsigned pack. */
  keys: v.pipe(v.array(publicKeySchema), v.maxLength(8)),
  threshold: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  /** The highest version ever seen, and its file: survives the pack itself, so that nothing older is ever taken for new. */
  highestVersion: count,
  highestSha256: v.nullable(sha256Schema),
  /** Manifests of the other channels. */
  channels: v.record(v.picklist(CHANNELS), address),
  etag: v.nullable(v.pipe(v.string(), v.maxLength(1024))),
  checkedAt: time,
  updatedAt: time,
  nextCheckAt: time,
  /** When the publisher promised a newer manifest; past it, the pack is shown as not confirmed. */
  expiresAt: time,
  /** Failures in a row. */
  failures: count,
  failure: v.nullable(
    v.object({ code: v.picklist(UPDATE_FAILURES), detail: v.pipe(v.string(), v.maxLength(500)), at: v.number() }),
  ),
});

export type Subscription = v.InferOutput<typeof subscriptionSchema>;
