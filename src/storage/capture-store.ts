import * as v from 'valibot';
import { captureSchema, MAX_CAPTURES, type Capture } from '../core/capture/capture.ts';
import type { StorageArea } from './settings-store.ts';

/** Beside the database: small, and there before it is opened. */
const CAPTURES_KEY = 'captures';

/** The captures that are not finished, newest first. Whatever is unsound is passed over. */
export async function readCaptures(area: StorageArea): Promise<Capture[]> {
  const stored = (await area.get([CAPTURES_KEY]))[CAPTURES_KEY];
  if (!Array.isArray(stored)) return [];
  return stored.slice(0, MAX_CAPTURES).flatMap((entry) => {
    const parsed = v.safeParse(captureSchema, entry);
    return parsed.success ? [parsed.output] : [];
  });
}

export const writeCaptures = (area: StorageArea, captures: readonly Capture[]): Promise<void> =>
  area.set({ [CAPTURES_KEY]: captures });
