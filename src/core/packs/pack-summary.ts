import type { PrivacyLevel } from '../model/privacy.ts';

/** An installed pack as a list shows it. */
export type PackSummary = {
  readonly id: string;
  readonly title: string;
  readonly version: number;
  readonly published: string;
  readonly publisher: string;
  readonly entities: number;
  readonly facts: number;
  readonly sources: number;
  readonly privacy: PrivacyLevel;
  /** A version that has been fetched and waits for the user's consent. */
  readonly pendingVersion: number | null;
  /** How the last check for updates went; null if the pack is not subscribed to. Milliseconds since the epoch. */
  readonly lastCheck: { readonly at: number | null; readonly hasFailed: boolean } | null;
};
