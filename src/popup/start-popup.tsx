import { render } from 'preact';
import { browser } from 'wxt/browser';
import type { CaptureFailure, Intent } from '../core/capture/capture.ts';
import { EVERYTHING } from '../core/library/library-query.ts';
import { hasUnseenNews, RELEASE_NEWS } from '../core/news/release-news.ts';
import { declareLanguage, uiLocale } from '../locales/translate.ts';
import type { Overview } from '../messaging/contract.ts';
import { requestImport } from '../messaging/request-import.ts';
import { currentTab } from '../messaging/current-tab.ts';
import { formatRoute, type ManagerRoute } from '../messaging/manager-route.ts';
import { openBrief } from '../messaging/open-brief.ts';
import { reportErrors } from '../messaging/report-errors.ts';
import { findTrouble } from '../messaging/find-trouble.ts';
import { createSend } from '../messaging/send.ts';
import { readSeenNews } from '../storage/news-store.ts';
import { putAside } from '../storage/put-aside.ts';
import { endedImport, type ImportState } from '../ui/import-state.ts';
import { Popup } from '../ui/Popup.tsx';
import { Trouble, type TroubleKind } from '../ui/Trouble.tsx';
import { captureSelection } from './capture-selection.ts';

const WEB_PAGES = { origins: ['http://*/*', 'https://*/*'] };

/** The toolbar popup: reads the state once, and again after every change it makes. */
export async function startPopup(app: Element | null): Promise<void> {
  if (app === null) throw new Error('the popup page has no #app');
  declareLanguage(document.documentElement);
  const send = createSend((envelope) => browser.runtime.sendMessage(envelope));
  reportErrors(send);
  const tab = await currentTab(location, browser.tabs);
  const windowId = (await browser.windows.getCurrent()).id;
  const importsElsewhere = navigator.userAgent.includes('Firefox');
  let importState: ImportState = { phase: 'idle' };
  let overview: Overview | null = null;
  let hasAccess = true;
  let hasNews = false;
  let captureFailure: CaptureFailure | null = null;
  let trouble: TroubleKind | null = null;

  const refresh = async (): Promise<void> => {
    hasAccess = await browser.permissions.contains(WEB_PAGES);
    hasNews = hasUnseenNews(await readSeenNews(browser.storage.local), RELEASE_NEWS.version);
    const answer = await send('page.overview', tab === null ? {} : { tab });
    if (answer.ok) overview = answer.value;
    trouble = answer.ok ? null : ((await findTrouble(send)) ?? { code: 'silent' });
    draw(app);
  };
  let lastFile: File | null = null;
  const importFile = async (file: File, isMeant = false): Promise<void> => {
    lastFile = file;
    importState = { phase: 'importing', file: file.name };
    draw(app);
    const ticket = await putAside({ name: file.name, file, storedAt: Date.now(), isMeant });
    importState = endedImport(file.name, await requestImport(send, ticket));
    await refresh();
  };
  const capture = async (intent: Intent): Promise<void> => {
    if (tab === null) return;
    const ports = { send, tab, window: windowId, openPanel: () => openBrief(windowId) };
    captureFailure = await captureSelection({ ...ports, openTab: (url) => browser.tabs.create({ url }) }, intent);
    if (captureFailure === null) window.close();
    else draw(app);
  };
  const draw = (root: Element): void => {
    const urlOf = (route: ManagerRoute): string => browser.runtime.getURL(formatRoute(route));
    if (trouble !== null)
      return render(
        <Trouble
          trouble={trouble}
          onRetry={() => void refresh()}
          onRestart={() => browser.runtime.reload()}
          backupUrl={urlOf({ view: 'backup' })}
        />,
        root,
      );
    if (overview === null) return;
    const { site, subscribeLink } = overview;
    render(
      <Popup
        {...overview}
        importState={importState}
        importsElsewhere={importsElsewhere}
        locale={uiLocale()}
        hasAccess={hasAccess}
        hasNews={hasNews}
        captureFailure={captureFailure}
        onCapture={(intent) => void capture(intent)}
        onGrantAccess={() => void browser.permissions.request(WEB_PAGES).then(refresh)}
        onEnabled={(enabled) => void send('page.setEnabled', { enabled }).then(refresh)}
        onSiteEnabled={(enabled) => site !== null && void send('page.setSiteEnabled', { site, enabled }).then(refresh)}
        onReveal={(entity) => tab !== null && void send('page.reveal', { tab, entity })}
        onSiteMode={(siteMode) => void send('page.setSiteMode', { siteMode }).then(refresh)}
        onMarkOwnNames={() => site !== null && void send('page.markOwnNames', { site }).then(refresh)}
        onPaused={(paused) => tab !== null && void send('page.setTabPaused', { tab, paused }).then(refresh)}
        onMarking={(marking) => void send('page.setMarking', marking).then(refresh)}
        packsUrl={urlOf({ view: 'packs' })}
        managerUrl={urlOf({ view: 'library', query: EVERYTHING })}
        subscribeUrl={subscribeLink === null ? null : urlOf({ view: 'subscribe', url: subscribeLink })}
        reviewUrl={(pack) => urlOf({ view: 'review', pack, which: 'pending' })}
        now={Date.now()}
        onFile={(file) => void importFile(file)}
        onMeant={() => lastFile !== null && void importFile(lastFile, true)}
        onOpenBrief={() => void openBrief(windowId).then(() => window.close())}
        onOpenImport={() => void browser.tabs.create({ url: urlOf({ view: 'packs' }) })}
      />,
      root,
    );
  };
  // The marks of a page follow a change by a moment; what the popup says of them follows too.
  browser.storage.session.onChanged.addListener(() => void refresh());
  await refresh();
}
