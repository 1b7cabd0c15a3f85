import { render, type VNode } from 'preact';
import { browser } from 'wxt/browser';
import { EVERYTHING } from '../core/library/library-query.ts';
import { declareLanguage, t, uiLocale } from '../locales/translate.ts';
import { formatRoute, parseRoute } from '../messaging/manager-route.ts';
import { createSend } from '../messaging/send.ts';
import { createConnection } from '../storage/connection.ts';
import { findTrouble } from '../messaging/find-trouble.ts';
import { Manager, type ManagerTab } from '../ui/Manager.tsx';
import { Trouble, type TroubleKind } from '../ui/Trouble.tsx';
import { RequestLog } from '../ui/RequestLog.tsx';
import { createCaptureView } from '../capturing/create-capture-view.tsx';
import { createBackupView } from './backup-view.tsx';
import { createCorrectionsView } from './corrections-view.tsx';
import { showEntity } from './entity-view.tsx';
import { createLibraryView } from './library-view.tsx';
import { createOwnView } from './own-view.tsx';
import { showInbox } from './inbox-view.tsx';
import { createPacksView } from './packs-view.tsx';
import { showReview } from './review-view.tsx';
import { createHealthView } from './health-view.tsx';
import { reportErrors } from '../messaging/report-errors.ts';
import { createSettingsView } from './settings-view.tsx';
import { createSubscribeView } from './subscribe-view.tsx';
import { createNews } from './show-news.tsx';
import { createWelcomeView } from './welcome-view.tsx';

/** The dataset page in a tab of its own. Every view has an address. */
export async function startManager(app: Element | null): Promise<void> {
  if (app === null) throw new Error('the manager page has no #app');
  declareLanguage(document.documentElement);
  const send = createSend((envelope) => browser.runtime.sendMessage(envelope));
  const connection = createConnection();
  const showLibrary = createLibraryView(send, connection, () => void paint());
  const showPacks = createPacksView(send, () => void draw());
  const showCorrections = createCorrectionsView(send, () => void draw());
  reportErrors(send);
  const showSettings = createSettingsView(send, () => void draw());
  const showHealth = createHealthView(send, () => void draw());
  const showOwn = createOwnView(send, () => void draw());
  const showBackup = createBackupView(send, () => void draw());
  const showCapture = createCaptureView(send, {
    onSaved: ({ entity, fact }) => location.replace(formatRoute({ view: 'entity', entity, fact })),
    onLeft: () => location.assign(formatRoute({ view: 'inbox' })),
  });
  const showSubscribe = createSubscribeView(send, () => void draw());

  const showWelcome = createWelcomeView({ send, connection, area: browser.storage.local }, () => void draw());
  const readNews = createNews(browser.storage.local, () => void askNews());

  async function showView() {
    const route = parseRoute(location.hash);
    if (route.view === 'library') return showLibrary(route.query);
    if (route.view === 'packs') return showPacks();
    if (route.view === 'corrections') return showCorrections(route.draft);
    if (route.view === 'review') return showReview(send, route.pack, route.which);
    if (route.view === 'subscribe') return showSubscribe(route.url);
    if (route.view === 'settings') return showSettings();
    if (route.view === 'health') return showHealth();
    if (route.view === 'own') return showOwn();
    if (route.view === 'backup') return showBackup();
    if (route.view === 'inbox') return showInbox(send, () => void draw());
    if (route.view === 'capture') return (await showCapture(route.capture)) ?? <p class="quiet">{t('capture.gone')}</p>;
    if (route.view === 'welcome') return showWelcome();
    if (route.view === 'requests') {
      const log = await send('page.requestLog', {});
      return <RequestLog entries={log.ok ? log.value : []} locale={uiLocale()} />;
    }
    return showEntity({ send, connection, area: browser.storage.local }, () => void draw(), route);
  }
  // A view that was asked for later must not be overdrawn by one that took longer.
  let latest = 0;
  let waiting = 0;
  let news: VNode | null = null;
  let trouble: TroubleKind | null = null;
  const paint = async (): Promise<void> => {
    const own = ++latest;
    const view = await showView();
    if (own === latest && app !== null)
      render(
        <Manager tabs={tabs(waiting)} welcomeUrl={formatRoute({ view: 'welcome' })} news={showTrouble() ?? news}>
          {view}
        </Manager>,
        app,
      );
  };
  // Asked beside the view, which waits for neither: what is being typed must not be overdrawn by what was.
  const askNews = async (): Promise<void> => {
    const before = news;
    news = await readNews();
    if (news !== before) await paint();
  };
  const askTrouble = async (): Promise<void> => {
    const before = trouble;
    trouble = await findTrouble(send);
    if (trouble?.code !== before?.code) await paint();
  };
  const showTrouble = (): VNode | null =>
    trouble && (
      <Trouble
        trouble={trouble}
        onRetry={() => void draw()}
        onRestart={() => browser.runtime.reload()}
        onBeginAnew={() => void send('page.beginAnew', {}).then(draw)}
        backupUrl={formatRoute({ view: 'backup' })}
      />
    );
  const countWaiting = async (): Promise<void> => {
    const captures = await send('page.captures', {});
    const before = waiting;
    waiting = captures.ok ? captures.value.length : 0;
    if (waiting !== before) await paint();
  };
  const draw = async (): Promise<void> => {
    await Promise.all([countWaiting(), askNews(), askTrouble(), paint()]);
  };
  window.addEventListener('hashchange', () => void draw());
  // What was changed meanwhile elsewhere (a card, the popup, another tab) is there for whoever comes back.
  window.addEventListener('focus', () => void draw());
  await draw();
}

/** The views, and how many captures wait in the inbox. */
function tabs(waiting: number): ManagerTab[] {
  const { view } = parseRoute(location.hash);
  return [
    {
      label: t('library.title'),
      url: formatRoute({ view: 'library', query: EVERYTHING }),
      isCurrent: view === 'library' || view === 'entity',
    },
    {
      label: t('packs.title'),
      url: formatRoute({ view: 'packs' }),
      isCurrent: view === 'packs' || view === 'review' || view === 'subscribe' || view === 'requests',
    },
    {
      label: waiting === 0 ? t('inbox.title') : t('inbox.tab', waiting),
      url: formatRoute({ view: 'inbox' }),
      isCurrent: view === 'inbox' || view === 'capture',
    },
    {
      label: t('corrections.title'),
      url: formatRoute({ view: 'corrections', draft: null }),
      isCurrent: view === 'corrections',
    },
    { label: t('own.title'), url: formatRoute({ view: 'own' }), isCurrent: view === 'own' },
    { label: t('backup.title'), url: formatRoute({ view: 'backup' }), isCurrent: view === 'backup' },
    {
      label: t('settings.title'),
      url: formatRoute({ view: 'settings' }),
      isCurrent: view === 'settings' || view === 'health',
    },
  ];
}
