import type { Intent } from '../core/capture/capture.ts';

/** The parts of `browser.contextMenus` that are used here. Firefox for Android has no such menus. */
export type MenusApi = {
  removeAll(): Promise<void>;
  create(item: { id: string; title: string; contexts: ['selection'] }): unknown;
};

/** What the browser puts into the title in the place of the selected words. */
const SELECTED = '%s';

const ITEMS = [
  ['capture-follow', 'follow'],
  ['capture-fact', 'fact'],
] as const satisfies readonly (readonly [string, Intent])[];

/** Makes the items anew: browsers keep those of an earlier version. */
export async function createCaptureMenu(
  menus: MenusApi | undefined,
  titles: Readonly<Record<Intent, (selected: string) => string>>,
): Promise<void> {
  if (menus === undefined) return;
  await menus.removeAll();
  for (const [id, intent] of ITEMS) menus.create({ id, title: titles[intent](SELECTED), contexts: ['selection'] });
}

/** What an item of the menu means; null for an item of nobody's. */
export const intentOf = (item: string | number): Intent | null => ITEMS.find(([id]) => id === item)?.[1] ?? null;
