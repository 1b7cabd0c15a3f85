import type { Settings } from '../core/model/settings.ts';
import { readSettings, writeSettings, type StorageArea } from '../storage/settings-store.ts';
import type { InTurn } from './in-turn.ts';

export type SettingsChangePorts = {
  readonly area: StorageArea;
  readonly inTurn: InTurn;
  /** Makes a change of settings felt in the toolbar and in every open tab. */
  readonly applySettings: () => Promise<void>;
};

/** Changes the settings as they are by then, and makes that felt. */
export async function changeSettings(
  { area, inTurn, applySettings }: SettingsChangePorts,
  change: (settings: Settings) => Settings,
): Promise<null> {
  await inTurn(async () => writeSettings(area, change(await readSettings(area))));
  await applySettings();
  return null;
}
