import * as v from 'valibot';
import type { PackCounts } from '../model/fact-pack.ts';
import { subscriptionSchema } from './subscription.ts';
import type { Channel } from './manifest.ts';

/** What stands at an address before anybody subscribes to it. */
export type PublisherPreview = {
  readonly url: string;
  readonly pack: string;
  readonly title: string;
  /** Empty where the manifest names none, and so with the licence. */
  readonly publisher: string;
  readonly license: string;
  /** Null where the manifest does not tell. */
  readonly counts: PackCounts | null;
  readonly version: number;
  readonly channel: Channel;
  readonly bytes: number;
  readonly issued: string;
  readonly notes: string;
  /** The keys that will be pinned, with what people compare; none for an unsigned pack. */
  readonly keys: readonly { readonly key: string; readonly fingerprint: string }[];
  readonly threshold: number;
  /** The version that is installed already, wherever it came from. */
  readonly installedVersion: number | null;
  /** Whether the pack was signed by other keys so far: somebody else may be posing as its publisher. */
  readonly hasOtherKeys: boolean;
};

/** What the user agrees to: the keys are those of the preview, so that nobody else's slip in between. */
export const subscribeRequestSchema = v.strictObject({
  pack: subscriptionSchema.entries.pack,
  title: subscriptionSchema.entries.title,
  url: subscriptionSchema.entries.url,
  channel: subscriptionSchema.entries.channel,
  token: subscriptionSchema.entries.token,
  schedule: subscriptionSchema.entries.schedule,
  isAutomatic: subscriptionSchema.entries.isAutomatic,
  keys: subscriptionSchema.entries.keys,
  threshold: subscriptionSchema.entries.threshold,
});

export type SubscribeRequest = v.InferOutput<typeof subscribeRequestSchema>;
