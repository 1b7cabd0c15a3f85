import * as v from 'valibot';
import { editHistorySchema, NO_HISTORY, type EditHistory } from '../core/overlay/edit-history.ts';
import type { StorageArea } from './settings-store.ts';

const HISTORY_KEY = 'ownHistory';

/** What the user did to the overlay; nothing if that is unsound. */
export async function readEditHistory(area: StorageArea): Promise<EditHistory> {
  const parsed = v.safeParse(editHistorySchema, (await area.get([HISTORY_KEY]))[HISTORY_KEY]);
  return parsed.success ? parsed.output : NO_HISTORY;
}

export const writeEditHistory = (area: StorageArea, history: EditHistory): Promise<void> =>
  area.set({ [HISTORY_KEY]: history });
