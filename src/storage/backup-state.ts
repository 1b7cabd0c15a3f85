import type { BackupState } from '../core/backup/backup-state.ts';
import { readCaptures, writeCaptures } from './capture-store.ts';
import { readCorrections, writeCorrections } from './correction-store.ts';
import { readMergeChoices, writeMergeChoices } from './merge-store.ts';
import { readOverlayState, writeOverlayState } from './overlay-state-store.ts';
import { readMirror, writeMirror } from './pack-mirror.ts';
import { readPrivacy, writePrivacy } from './privacy-store.ts';
import { readSettings, writeSettings, type StorageArea } from './settings-store.ts';
import { readSubscriptions, writeSubscriptions } from './subscription-store.ts';

/** What is kept beside the database. */
export async function readBackupState(area: StorageArea): Promise<BackupState> {
  const [settings, privacy, subscriptions, corrections, { removed }, overlay, merges, captures] = await Promise.all([
    readSettings(area),
    readPrivacy(area),
    readSubscriptions(area),
    readCorrections(area),
    readMirror(area),
    readOverlayState(area),
    readMergeChoices(area),
    readCaptures(area),
  ]);
  return { settings, privacy, subscriptions, corrections, removed, overlay, merges, captures };
}

/**
 * Writes it, at once as far as the browser can.
 *
 * @param installed the packs that are there now: whatever else was noted as installed is not missed.
 */
export async function writeBackupState(
  area: StorageArea,
  state: BackupState,
  installed: readonly { readonly id: string; readonly title: string }[],
): Promise<void> {
  const items: Record<string, unknown> = {};
  const collected: StorageArea = {
    get: (keys) => area.get(keys),
    set: (added) => Promise.resolve(void Object.assign(items, added)),
  };
  const ids = new Set(installed.map(({ id }) => id));
  await Promise.all([
    writeSettings(collected, state.settings),
    writePrivacy(collected, state.privacy),
    writeSubscriptions(collected, state.subscriptions),
    writeCorrections(collected, state.corrections),
    writeOverlayState(collected, state.overlay),
    writeMergeChoices(collected, state.merges),
    writeCaptures(collected, state.captures),
    writeMirror(collected, {
      installed: Object.fromEntries(installed.map(({ id, title }) => [id, title])),
      removed: state.removed.filter((id) => !ids.has(id)),
    }),
  ]);
  await area.set(items);
}
