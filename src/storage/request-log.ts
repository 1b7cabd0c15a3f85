import * as v from 'valibot';
import { requestEntrySchema, type RequestEntry } from '../core/updates/request-entry.ts';
import type { StorageArea } from './settings-store.ts';

const LOG_KEY = 'requestLog';
/** A month of ten packs asked for daily. */
const MAX_ENTRIES = 300;

/** The last requests, newest first. */
export async function readRequestLog(area: StorageArea): Promise<RequestEntry[]> {
  const stored = (await area.get([LOG_KEY]))[LOG_KEY];
  if (!Array.isArray(stored)) return [];
  return stored.slice(0, MAX_ENTRIES).flatMap((entry) => {
    const parsed = v.safeParse(requestEntrySchema, entry);
    return parsed.success ? [parsed.output] : [];
  });
}

/** Adds a request. Callers take turns. */
export async function logRequest(area: StorageArea, entry: RequestEntry): Promise<void> {
  await area.set({ [LOG_KEY]: [entry, ...(await readRequestLog(area))].slice(0, MAX_ENTRIES) });
}
