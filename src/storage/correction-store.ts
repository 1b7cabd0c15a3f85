import * as v from 'valibot';
import { correctionSchema, type Correction } from '../core/model/correction.ts';
import { LIMITS } from '../core/model/limits.ts';
import type { StorageArea } from './settings-store.ts';

export const CORRECTIONS_KEY = 'corrections';

/** The user's corrections, oldest first. Whatever is unsound is passed over, and stays where it is. */
export async function readCorrections(area: StorageArea): Promise<Correction[]> {
  const stored = (await area.get([CORRECTIONS_KEY]))[CORRECTIONS_KEY];
  if (!Array.isArray(stored)) return [];
  return stored.slice(-LIMITS.corrections).flatMap((entry) => {
    const parsed = v.safeParse(correctionSchema, entry);
    return parsed.success ? [parsed.output] : [];
  });
}

export const writeCorrections = (area: StorageArea, corrections: readonly Correction[]): Promise<void> =>
  area.set({ [CORRECTIONS_KEY]: corrections });
