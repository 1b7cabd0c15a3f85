import type { Privacy } from '../core/model/privacy.ts';
import type { PackDetails, SubscriptionDetails, VersionDetails } from '../core/packs/pack-details.ts';
import type { PackSummary } from '../core/packs/pack-summary.ts';
import { CHANNELS } from '../core/updates/manifest.ts';
import type { Subscription } from '../core/updates/subscription.ts';
import { fingerprintOf } from '../signing/ed25519.ts';
import type { PackRow, PackVersion } from '../storage/database.ts';

/** A pack as a list shows it. */
export const summarizePack = (
  { active: { header, counts }, pending }: PackRow,
  privacy: Privacy,
  subscription: Subscription | null,
): PackSummary => ({
  id: header.id,
  title: header.title,
  version: header.version,
  published: header.published,
  publisher: header.publisher.name,
  entities: counts.entities,
  facts: counts.facts,
  sources: counts.sources,
  privacy: privacy.packs[header.id] ?? 'inline',
  pendingVersion: pending?.header.version ?? null,
  lastCheck: subscription && { at: subscription.checkedAt, hasFailed: subscription.failure !== null },
});

/** A pack as its own place in the manager shows it. */
export async function describePack(
  row: PackRow,
  privacy: Privacy,
  subscription: Subscription | null,
): Promise<PackDetails> {
  return {
    ...summarizePack(row, privacy, subscription),
    isEnabled: row.enabled,
    active: describeVersion(row.active),
    kept: row.kept.map(describeVersion),
    pending: row.pending && describeVersion(row.pending),
    updateUrl: row.active.header.update?.url ?? null,
    subscription: subscription && (await describeSubscription(subscription)),
  };
}

const describeVersion = ({ header, layers, importedAt, origin }: PackVersion): VersionDetails => ({
  layer: layers[0] ?? 0,
  version: header.version,
  published: header.published,
  importedAt,
  origin,
});

async function describeSubscription(subscription: Subscription): Promise<SubscriptionDetails> {
  const { url, channel, schedule, isAutomatic, checkedAt, updatedAt, nextCheckAt, expiresAt, failure } = subscription;
  return {
    ...{ url, channel, schedule, isAutomatic, checkedAt, updatedAt, nextCheckAt, expiresAt, failure },
    hasToken: subscription.token !== null,
    fingerprints: await Promise.all(subscription.keys.map(fingerprintOf)),
    channels: CHANNELS.filter((name) => name === channel || subscription.channels[name] !== undefined),
  };
}
