import * as v from 'valibot';
import { subscriptionSchema, type Subscription } from '../updates/subscription.ts';

/**
 * What devices share of a subscription: where it is, what the user chose, and the keys that were pinned. Not the secret of a private
 * address; nor what each device has seen there itself.
 */
export const sharedSubscriptionSchema = v.pick(subscriptionSchema, [
  'pack',
  'title',
  'url',
  'channel',
  'schedule',
  'isAutomatic',
  'keys',
  'threshold',
  'channels',
]);

export type SharedSubscription = v.InferOutput<typeof sharedSubscriptionSchema>;

export const sharePart = (subscription: Subscription): SharedSubscription =>
  v.parse(sharedSubscriptionSchema, subscription);

/** The subscription with what another device says; what this one knows of the address stays as long as it is the same address. */
export function takePart(shared: SharedSubscription, known: Subscription | undefined): Subscription {
  if (known !== undefined && known.url === shared.url) return { ...known, ...shared };
  return {
    ...shared,
    ...{ token: null, highestVersion: 0, highestSha256: null, etag: null },
    ...{ checkedAt: null, updatedAt: null, nextCheckAt: null, expiresAt: null, failures: 0, failure: null },
  };
}
