import type { MergeChoices } from '../merging/merge-choices.ts';
import type { Correction } from '../model/correction.ts';
import type { PackRecord } from '../model/fact-pack.ts';
import type { Privacy } from '../model/privacy.ts';
import type { Settings } from '../model/settings.ts';
import type { OverlayState } from '../overlay/overlay-state.ts';
import type { Subscription } from '../updates/subscription.ts';

/** What devices share: what the user chose and wrote, but no pack of others, which every device fetches for itself. */
export type SyncedState = {
  readonly settings: Settings;
  readonly privacy: Privacy;
  readonly subscriptions: readonly Subscription[];
  readonly corrections: readonly Correction[];
  readonly overlay: OverlayState;
  readonly merges: MergeChoices;
  /** The records of the user's own pack. */
  readonly records: readonly PackRecord[];
};
