import * as v from 'valibot';
import { DEFAULT_SETTINGS, settingsSchema, type Settings } from '../core/model/settings.ts';

/** The part of `browser.storage.local` that is used here. */
export type StorageArea = {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
};

export const SETTINGS_KEY = 'settings';

/** The settings; defaults for whatever is missing or unsound. */
export async function readSettings(area: StorageArea): Promise<Settings> {
  const stored = (await area.get([SETTINGS_KEY]))[SETTINGS_KEY];
  const parsed = v.safeParse(settingsSchema, stored);
  return parsed.success ? parsed.output : DEFAULT_SETTINGS;
}

export const writeSettings = (area: StorageArea, settings: Settings): Promise<void> =>
  area.set({ [SETTINGS_KEY]: settings });
