import type { VNode } from 'preact';
import { browser } from 'wxt/browser';
import { DEFAULT_SETTINGS, type Settings } from '../core/model/settings.ts';
import { formatRoute } from '../messaging/manager-route.ts';
import type { Send } from '../messaging/send.ts';
import { SettingsPage } from '../ui/SettingsPage.tsx';

/** Where Chromium lets its user bind keys; Firefox has a call for that. */
const CHROMIUM_KEYS = 'chrome://extensions/shortcuts';

/** The view of settings. It calls back when it has to be drawn anew. */
export function createSettingsView(send: Send, redraw: () => void): () => Promise<VNode | null> {
  let before: Settings | null = null;

  const write = async (settings: Settings): Promise<void> => {
    await send('page.writeSettings', { settings });
    redraw();
  };

  return async () => {
    const answer = await send('page.settings', {});
    if (!answer.ok) return null;
    const { settings, commands } = answer.value;
    return (
      <SettingsPage
        settings={settings}
        commands={commands}
        canUndo={before !== null}
        onChange={(changed) => void write(changed)}
        onReset={() => {
          before = settings;
          void write(DEFAULT_SETTINGS);
        }}
        onUndo={() => {
          const earlier = before ?? settings;
          before = null;
          void write(earlier);
        }}
        onKeys={() => void openKeys()}
        backupUrl={formatRoute({ view: 'backup' })}
        healthUrl={formatRoute({ view: 'health' })}
      />
    );
  };
}

async function openKeys(): Promise<void> {
  const commands = browser.commands as { openShortcutSettings?: () => Promise<void> } | undefined;
  if (commands?.openShortcutSettings === undefined) await browser.tabs.create({ url: CHROMIUM_KEYS });
  else await commands.openShortcutSettings();
}
