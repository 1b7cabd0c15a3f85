import * as v from 'valibot';
import { errorEntrySchema, MAX_ERRORS, type ErrorEntry } from '../core/model/error-entry.ts';
import type { StorageArea } from './settings-store.ts';

const ERRORS_KEY = 'errors';

const logSchema = v.array(errorEntrySchema);

/** The last errors, newest first. */
export async function readErrors(area: StorageArea): Promise<readonly ErrorEntry[]> {
  const parsed = v.safeParse(logSchema, (await area.get([ERRORS_KEY]))[ERRORS_KEY]);
  return parsed.success ? parsed.output : [];
}

export async function logError(area: StorageArea, entry: ErrorEntry): Promise<void> {
  await area.set({ [ERRORS_KEY]: [entry, ...(await readErrors(area))].slice(0, MAX_ERRORS) });
}

export const clearErrors = (area: StorageArea): Promise<void> => area.set({ [ERRORS_KEY]: [] });
