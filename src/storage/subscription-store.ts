import * as v from 'valibot';
import { LIMITS } from '../core/model/limits.ts';
import { subscriptionSchema, type Subscription } from '../core/updates/subscription.ts';
import type { StorageArea } from './settings-store.ts';

/** Beside the settings rather than in the database: a subscription outlives a store that was lost, and brings its pack back. */
export const SUBSCRIPTIONS_KEY = 'subscriptions';

/** The subscriptions, one a pack. Whatever is unsound is passed over. */
export async function readSubscriptions(area: StorageArea): Promise<Subscription[]> {
  const stored = (await area.get([SUBSCRIPTIONS_KEY]))[SUBSCRIPTIONS_KEY];
  if (!Array.isArray(stored)) return [];
  const sound = stored.slice(0, LIMITS.packs).flatMap((entry) => {
    const parsed = v.safeParse(subscriptionSchema, entry);
    return parsed.success ? [parsed.output] : [];
  });
  return [...new Map(sound.map((subscription) => [subscription.pack, subscription])).values()];
}

export const writeSubscriptions = (area: StorageArea, subscriptions: readonly Subscription[]): Promise<void> =>
  area.set({ [SUBSCRIPTIONS_KEY]: subscriptions });
