import * as v from 'valibot';
import { DEFAULT_PRIVACY, privacySchema, type Privacy } from '../core/model/privacy.ts';
import type { StorageArea } from './settings-store.ts';

/** Apart from the settings: every scout reads those, and need not know which packs there are. */
export const PRIVACY_KEY = 'privacy';

/** The privacy levels; none if what is stored is unsound. */
export async function readPrivacy(area: StorageArea): Promise<Privacy> {
  const parsed = v.safeParse(privacySchema, (await area.get([PRIVACY_KEY]))[PRIVACY_KEY]);
  return parsed.success ? parsed.output : DEFAULT_PRIVACY;
}

export const writePrivacy = (area: StorageArea, privacy: Privacy): Promise<void> =>
  area.set({ [PRIVACY_KEY]: privacy });
