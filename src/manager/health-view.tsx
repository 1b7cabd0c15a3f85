import type { VNode } from 'preact';
import { browser } from 'wxt/browser';
import { copyText } from '../citing/copy-text.ts';
import { uiLocale } from '../locales/translate.ts';
import type { Send } from '../messaging/send.ts';
import { formatReport, HealthPage, type HealthState } from '../ui/HealthPage.tsx';

/** Extensions with this permission are exempt from eviction, whatever `persisted()` says (it says no in Chromium). */
const KEPT = { permissions: ['unlimitedStorage' as const] };
const WEB_PAGES = { origins: ['http://*/*', 'https://*/*'] };

/** The view of how the extension is. It calls back when it has to be drawn anew. */
export function createHealthView(send: Send, redraw: () => void): () => Promise<VNode | null> {
  let isCopied = false;

  return async () => {
    const answer = await send('page.health', {});
    if (!answer.ok) return null;
    const [hasAccess, isKept, isPersisted, { usage = 0, quota = 0 }] = await Promise.all([
      browser.permissions.contains(WEB_PAGES),
      browser.permissions.contains(KEPT),
      navigator.storage.persisted(),
      navigator.storage.estimate(),
    ]);
    const health: HealthState = {
      ...answer.value,
      ...{ hasAccess, isPersisted: isKept || isPersisted, used: usage, quota },
      browser: navigator.userAgent,
    };
    return (
      <HealthPage
        health={health}
        locale={uiLocale()}
        isCopied={isCopied}
        onPersist={() => void navigator.storage.persist().then(redraw)}
        onGrantAccess={() => void browser.permissions.request(WEB_PAGES).then(redraw)}
        onCopy={() =>
          void copyText(formatReport(health)).then((done) => {
            isCopied = done;
            redraw();
          })
        }
        onClear={() => void send('page.clearErrors', {}).then(redraw)}
      />
    );
  };
}
