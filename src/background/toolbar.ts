import type { Settings } from '../core/model/settings.ts';
import { t } from '../locales/translate.ts';

/** The part of `browser.action` that is used here. */
export type ActionApi = {
  setBadgeText(details: { text: string | null; tabId?: number }): Promise<void>;
  setBadgeBackgroundColor(details: { color: string }): Promise<void>;
  setTitle(details: { title: string }): Promise<void>;
};

const ON_COLOR = '#3b5bdb';
const OFF_COLOR = '#868e96';
const MAX_SHOWN = 999;

/** Puts the number of mentions on the toolbar button. The browser clears it when the tab goes elsewhere. */
export const showCount = (action: ActionApi, tabId: number, count: number): Promise<void> =>
  action.setBadgeText({
    tabId, // Null gives the tab back to the text that holds everywhere, which may say that Sidelight is off.
    text: count === 0 ? null : count > MAX_SHOWN ? `${MAX_SHOWN}+` : String(count),
  });

/** Shows whether Sidelight is on at all. */
export async function showState(action: ActionApi, { enabled }: Settings): Promise<void> {
  await action.setBadgeBackgroundColor({ color: enabled ? ON_COLOR : OFF_COLOR });
  await action.setBadgeText({ text: enabled ? '' : t('toolbar.offBadge') });
  await action.setTitle({ title: enabled ? t('toolbar.on') : t('toolbar.off') });
}
