import type { VNode } from 'preact';
import type { SyncStatus } from '../core/sync/sync-status.ts';
import { uiLocale } from '../locales/translate.ts';
import type { Send } from '../messaging/send.ts';
import { SyncPanel } from '../ui/SyncPanel.tsx';

/** The view of sharing between devices; null while the background does not answer. It calls back when it has to be drawn anew. */
export function createSyncView(send: Send, redraw: () => void): () => Promise<VNode | null> {
  let isBusy = false;

  const run = async (work: () => Promise<unknown>): Promise<void> => {
    isBusy = true;
    redraw();
    await work();
    isBusy = false;
    redraw();
  };

  return async () => {
    const answer = await send('page.sync', {});
    if (!answer.ok) return null;
    const status: SyncStatus = answer.value;
    return (
      <SyncPanel
        status={status}
        isBusy={isBusy}
        locale={uiLocale()}
        onSwitch={(isOn) => void run(() => send('page.setSync', { isOn }))}
        onSync={() => void run(() => send('page.syncNow', {}))}
        onSettle={(key, choice) => void run(() => send('page.settleSync', { key, choice }))}
        onForget={() => void run(() => send('page.forgetSync', {}))}
      />
    );
  };
}
