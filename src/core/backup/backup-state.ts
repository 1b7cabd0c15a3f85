import type { Capture } from '../capture/capture.ts';
import type { MergeChoices } from '../merging/merge-choices.ts';
import type { Correction } from '../model/correction.ts';
import type { Privacy } from '../model/privacy.ts';
import type { Settings } from '../model/settings.ts';
import type { OverlayState } from '../overlay/overlay-state.ts';
import type { Subscription } from '../updates/subscription.ts';

/** What a user has besides packs. */
export type BackupState = {
  readonly settings: Settings;
  readonly privacy: Privacy;
  readonly subscriptions: readonly Subscription[];
  /** Oldest first. */
  readonly corrections: readonly Correction[];
  /** Packs that the user took away: the one that ships with the extension must not come back by itself. */
  readonly removed: readonly string[];
  /** Notes and hidden facts; what else the user added is a pack like others. */
  readonly overlay: OverlayState;
  readonly merges: MergeChoices;
  /** What was captured and is not finished, newest first. */
  readonly captures: readonly Capture[];
};
