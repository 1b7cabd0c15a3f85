import { DEFAULT_SETTINGS, parseSettings, type Settings } from '../core/model/settings.ts';

/** The part of `browser.storage.local` that is used here. */
export type StorageArea = {
  get(keys: string[]): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
};

export const SETTINGS_KEY = 'settings';

/** The settings; defaults for whatever is missing or unsound. */
export async function readSettings(area: StorageArea): Promise<Settings> {
  return parseSettings((await area.get([SETTINGS_KEY]))[SETTINGS_KEY]);
}

/** Writes the defaults where nothing has been chosen yet: the scout reads what is stored and has no list of its own. */
export async function ensureSettings(area: StorageArea): Promise<void> {
  const stored = (await area.get([SETTINGS_KEY]))[SETTINGS_KEY];
  if (stored === undefined) await writeSettings(area, DEFAULT_SETTINGS);
}

export const writeSettings = (area: StorageArea, settings: Settings): Promise<void> =>
  area.set({ [SETTINGS_KEY]: settings });
