import type { Channel } from '../updates/manifest.ts';
import type { Subscription } from '../updates/subscription.ts';
import type { PackOrigin } from './pack-origin.ts';
import type { PackSummary } from './pack-summary.ts';

/** A version of an installed pack, named by the newest of its layers in the store. */
export type VersionDetails = {
  readonly layer: number;
  readonly version: number;
  readonly published: string;
  /** Milliseconds since the epoch. */
  readonly importedAt: number;
  readonly origin: PackOrigin;
};

/** How a pack is kept up to date, without its secrets. */
export type SubscriptionDetails = Pick<
  Subscription,
  'url' | 'channel' | 'schedule' | 'isAutomatic' | 'checkedAt' | 'updatedAt' | 'nextCheckAt' | 'expiresAt' | 'failure'
> & {
  readonly hasToken: boolean;
  /** Of the pinned keys; none for an unsigned pack. */
  readonly fingerprints: readonly string[];
  readonly channels: readonly Channel[];
};

/** All that the packs page shows of one pack. */
export type PackDetails = PackSummary & {
  readonly isEnabled: boolean;
  readonly active: VersionDetails;
  readonly kept: readonly VersionDetails[];
  readonly pending: VersionDetails | null;
  /** Where the pack itself says that newer versions are; null if nowhere. */
  readonly updateUrl: string | null;
  readonly subscription: SubscriptionDetails | null;
};

/** A pack that the store has lost. */
export type LostPack = {
  readonly id: string;
  readonly title: string;
  /** Whether it can be fetched again. */
  readonly isSubscribed: boolean;
};
