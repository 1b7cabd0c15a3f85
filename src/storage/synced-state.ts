import { OVERLAY_PACK } from '../core/model/overlay.ts';
import { recordsOf } from '../core/packs/apply-patch.ts';
import { canonicalJson } from '../core/packs/diff-packs.ts';
import { bodyOf } from '../core/packs/pack-patch.ts';
import type { PackRecord } from '../core/model/fact-pack.ts';
import type { OverlayEdit } from '../core/overlay/edit-overlay.ts';
import type { SyncedState } from '../core/sync/synced-state.ts';
import { readCorrections, writeCorrections } from './correction-store.ts';
import type { Database } from './database.ts';
import { readMergeChoices, writeMergeChoices } from './merge-store.ts';
import { readOverlayState, writeOverlayState } from './overlay-state-store.ts';
import { changeOverlay, readOverlay, type OverlayOptions } from './overlay-store.ts';
import { readMirror } from './pack-mirror.ts';
import { readPrivacy, writePrivacy } from './privacy-store.ts';
import { readSettings, writeSettings, type StorageArea } from './settings-store.ts';
import { readSubscriptions, writeSubscriptions } from './subscription-store.ts';

/** What devices share, as it is here; and whether the user's own pack was lost, for then its absence means nothing. */
export async function readSyncedState(
  database: Database,
  area: StorageArea,
): Promise<{ readonly state: SyncedState; readonly isOverlayLost: boolean }> {
  const own = await readOverlay(database);
  const [settings, privacy, subscriptions, corrections, overlay, merges, { removed }] = await Promise.all([
    readSettings(area),
    readPrivacy(area),
    readSubscriptions(area),
    readCorrections(area),
    readOverlayState(area),
    readMergeChoices(area),
    readMirror(area),
  ]);
  return {
    state: {
      ...{ settings, privacy, subscriptions, corrections, overlay, merges },
      records: own === null ? [] : recordsOf(own),
    },
    isOverlayLost: own === null && !removed.includes(OVERLAY_PACK),
  };
}

/** Writes it; of the user's own pack only what is another than before. */
export async function writeSyncedState(
  database: Database,
  area: StorageArea,
  { records, ...state }: SyncedState,
  options: OverlayOptions,
): Promise<void> {
  const own = await readOverlay(database);
  const edit = editBetween(own === null ? [] : recordsOf(own), records);
  if (edit.put.length + edit.remove.length > 0) await changeOverlay(database, () => edit, options);
  await Promise.all([
    writeSettings(area, state.settings),
    writePrivacy(area, state.privacy),
    writeSubscriptions(area, state.subscriptions),
    writeCorrections(area, state.corrections),
    writeOverlayState(area, state.overlay),
    writeMergeChoices(area, state.merges),
  ]);
}

function editBetween(before: readonly PackRecord[], after: readonly PackRecord[]): OverlayEdit {
  const known = new Map(before.map((record) => [keyOf(record), record]));
  const wanted = new Set(after.map(keyOf));
  return {
    put: after.filter((record) => canonicalJson(known.get(keyOf(record)) ?? null) !== canonicalJson(record)),
    remove: before
      .filter((record) => !wanted.has(keyOf(record)))
      .map((record) => ({ kind: record.type, id: bodyOf(record).id })),
  };
}

const keyOf = (record: PackRecord): string => `${record.type} ${bodyOf(record).id}`;
