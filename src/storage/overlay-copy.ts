import * as v from 'valibot';
import type { PackRecord } from '../core/model/fact-pack.ts';
import { OVERLAY_PACK } from '../core/model/overlay.ts';
import { recordsOf } from '../core/packs/apply-patch.ts';
import { bodyOf } from '../core/packs/pack-patch.ts';
import { parseRecord } from '../core/packs/parse-record.ts';
import type { Database } from './database.ts';
import { changeOverlay, readOverlay, type OverlayOptions } from './overlay-store.ts';
import { readMirror } from './pack-mirror.ts';
import type { StorageArea } from './settings-store.ts';

/**
 * Beside the database: a copy of what the user wrote. Browsers have been seen to empty a database after a crash (Chromium, in one of
 * some forty of `npm run test:crash`); packs of others can be fetched again, this one cannot.
 */
const COPY_KEY = 'ownCopy';

const copySchema = v.array(v.record(v.string(), v.unknown()));

/** Copies the overlay as it is now. To be called after every change of it. */
export async function copyOverlay(database: Database, area: StorageArea): Promise<void> {
  const own = await readOverlay(database);
  if (own !== null) await area.set({ [COPY_KEY]: recordsOf(own).map((record) => ({ [record.type]: bodyOf(record) })) });
}

/** Brings the overlay back if the store has lost it, and the user did not take it away. Says whether it did. */
export async function restoreOverlay(database: Database, area: StorageArea, options: OverlayOptions): Promise<boolean> {
  if ((await readOverlay(database)) !== null) return false;
  if ((await readMirror(area)).removed.includes(OVERLAY_PACK)) return false;
  const copy = v.safeParse(copySchema, (await area.get([COPY_KEY]))[COPY_KEY]);
  const records: PackRecord[] = (copy.success ? copy.output : []).flatMap((draft) => {
    const record = parseRecord(draft, 0);
    return record.ok ? [record.value] : [];
  });
  if (records.length === 0) return false;
  return (await changeOverlay(database, () => ({ put: records, remove: [] }), options)).ok;
}
