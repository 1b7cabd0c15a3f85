import { MAX_CAPTURES, type Capture } from '../capture/capture.ts';
import { LIMITS } from '../model/limits.ts';
import { changeChoices } from '../merging/change-choices.ts';
import type { MergeChoices } from '../merging/merge-choices.ts';
import { factKey, targetKey, type OverlayState } from '../overlay/overlay-state.ts';
import { canonicalJson } from '../packs/diff-packs.ts';
import type { Subscription } from '../updates/subscription.ts';
import type { BackupState } from './backup-state.ts';

/** What becomes of what is there: it gives way to the backup, or only what is missing is added. */
export const RESTORE_MODES = ['replace', 'add'] as const;
export type RestoreMode = (typeof RESTORE_MODES)[number];

/**
 * What a user has after a restore, besides packs.
 * - `replace`: what the backup says. A subscription keeps the secret of its address where the backup was saved without it, and
 *   the highest version ever seen there, so that a backup does not open the way to an old version of a pack.
 * - `add`: what is there wins wherever both say something. Settings are there always.
 */
export function restoreState(present: BackupState, saved: BackupState, mode: RestoreMode): BackupState {
  if (mode === 'replace')
    return {
      ...saved,
      subscriptions: saved.subscriptions.map((entry) =>
        keepSecurity(
          entry,
          present.subscriptions.find(({ pack, url }) => pack === entry.pack && url === entry.url),
        ),
      ),
    };
  const subscribed = new Set(present.subscriptions.map(({ pack }) => pack));
  const corrections = new Map(
    [...saved.corrections, ...present.corrections].map((entry) => [canonicalJson(entry), entry]),
  );
  return {
    settings: present.settings,
    privacy: {
      packs: { ...saved.privacy.packs, ...present.privacy.packs },
      entities: { ...saved.privacy.entities, ...present.privacy.entities },
    },
    subscriptions: [...present.subscriptions, ...saved.subscriptions.filter(({ pack }) => !subscribed.has(pack))].slice(
      0,
      LIMITS.packs,
    ),
    corrections: [...corrections.values()].slice(-LIMITS.corrections),
    removed: present.removed,
    overlay: addOverlay(present.overlay, saved.overlay),
    merges: addMerges(present.merges, saved.merges),
    captures: addCaptures(present.captures, saved.captures),
  };
}

/** Those that are here stay; of the others as many as there is room for, the newest first. */
function addCaptures(present: readonly Capture[], saved: readonly Capture[]): Capture[] {
  const here = new Set(present.map(({ id }) => id));
  const added = saved.filter(({ id }) => !here.has(id)).slice(0, Math.max(0, MAX_CAPTURES - present.length));
  return [...present, ...added].toSorted((a, b) => b.capturedAt - a.capturedAt);
}

function addOverlay(present: OverlayState, saved: OverlayState): OverlayState {
  const notes = new Map([...saved.notes, ...present.notes].map((note) => [targetKey(note.target), note]));
  const hidden = new Map([...saved.hidden, ...present.hidden].map((fact) => [factKey(fact), fact]));
  return {
    notes: [...notes.values()].slice(-LIMITS.ownNotes),
    hidden: [...hidden.values()].slice(-LIMITS.hiddenFacts),
  };
}

/** What is said now counts where both say something of the same two records. */
const addMerges = (present: MergeChoices, saved: MergeChoices): MergeChoices =>
  (['same', 'different'] as const)
    .flatMap((verdict) => present[verdict].map((pair) => ({ verdict, pair })))
    .reduce((choices, { verdict, pair: [a, b] }) => changeChoices(choices, a, b, verdict), saved);

function keepSecurity(saved: Subscription, present: Subscription | undefined): Subscription {
  if (present === undefined) return saved;
  const token = saved.token ?? present.token;
  if (present.highestVersion <= saved.highestVersion) return { ...saved, token };
  const { highestVersion, highestSha256 } = present;
  // The manifest that the server would call unchanged is newer than the pack in the backup.
  return { ...saved, token, highestVersion, highestSha256, etag: null };
}
