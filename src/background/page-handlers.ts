import type { SentenceAnalyzer } from '../core/linking/analyzer.ts';
import { OVERLAY_PACK } from '../core/model/overlay.ts';
import { privacyOf, type Privacy } from '../core/model/privacy.ts';
import type { EntityCount } from '../messaging/contract-fields.ts';
import { stepFrames } from './step-frames.ts';
import { areOwnNamesMarked, isSiteOn, siteOf, switchSite } from '../core/model/site.ts';
import type { Subscription } from '../core/updates/subscription.ts';
import type { Caller } from '../messaging/caller.ts';
import type { RestoreService } from '../backup/restore-service.ts';
import type { backupRequests } from '../messaging/backup-contract.ts';
import type { captureRequests } from '../messaging/capture-contract.ts';
import type { overlayRequests } from '../messaging/overlay-contract.ts';
import type { privacyRequests } from '../messaging/privacy-contract.ts';
import type { settingsRequests } from '../messaging/settings-contract.ts';
import { changeSettings } from './change-settings.ts';
import { createPrivacyHandlers } from './privacy-handlers.ts';
import { createSettingsHandlers, type SettingsPorts } from './settings-handlers.ts';
import type { syncRequests } from '../messaging/sync-contract.ts';
import type { packRequests } from '../messaging/pack-contract.ts';
import type { pageRequests } from '../messaging/contract.ts';
import type { Handlers } from '../messaging/listen.ts';
import { listPacks } from '../storage/pack-store.ts';
import { readSubscriptions } from '../storage/subscription-store.ts';
import { readOverlayState } from '../storage/overlay-state-store.ts';
import { readRelated } from '../storage/read-related.ts';
import { lostFrom, readMirror } from '../storage/pack-mirror.ts';
import { readPrivacy } from '../storage/privacy-store.ts';
import { readSettings } from '../storage/settings-store.ts';
import type { InTurn } from './in-turn.ts';
import { createBackupHandlers } from './backup-handlers.ts';
import { createCorrectionHandlers } from './correction-handlers.ts';
import { summarizePack } from './describe-pack.ts';
import { DESCRIBE_LIMIT_MS, describeTab } from './describe-tab.ts';
import { subscribeLinkOf } from './subscribe-link.ts';
import { createMergeHandlers } from './merge-handlers.ts';
import { createCaptureHandlers, type CapturePorts } from './capture-handlers.ts';
import type { OverlayPorts } from './change-own.ts';
import { createOverlayHandlers } from './overlay-handlers.ts';
import { createSyncHandlers } from './sync-handlers.ts';
import type { SyncService } from '../syncing/sync-service.ts';
import { createPackHandlers, type PackPorts } from './pack-handlers.ts';
import { readBrief } from './read-brief.ts';
import { readEntityPage } from './read-card.ts';
import type { TabRegistry } from './tab-registry.ts';
import { isPaused, sendToTab, webHost, type TabsApi } from './tabs.ts';

type PageCaller = Extract<Caller, { kind: 'page' }>;

export type PagePorts = PackPorts &
  Pick<SettingsPorts, 'commands' | 'version' | 'prepare'> &
  Pick<OverlayPorts, 'overlayOptions' | 'onOwnChanged'> &
  Pick<CapturePorts, 'captures' | 'panels'> & {
    readonly analyze: SentenceAnalyzer;
    readonly sharing: SyncService;
    readonly restores: RestoreService;
    readonly tabs: TabsApi;
    readonly registry: TabRegistry;
    readonly shortcut: () => Promise<string>;
    /** What is read, changed and written back, one after another. */
    readonly inTurn: InTurn;
    /** Makes a change of settings felt in the toolbar and in every open tab. */
    readonly applySettings: () => Promise<void>;
  };

/** Answers the popup and the manager. */
export const createPageHandlers = (
  ports: PagePorts,
): Handlers<
  typeof pageRequests &
    typeof packRequests &
    typeof backupRequests &
    typeof overlayRequests &
    typeof captureRequests &
    typeof syncRequests &
    typeof settingsRequests &
    typeof privacyRequests,
  PageCaller
> => ({
  async 'page.overview'({ tab }) {
    const settings = await readSettings(ports.area);
    const { url = '' } = tab === undefined ? {} : await ports.tabs.get(tab);
    const host = webHost(url);
    const [packs, privacy, subscriptions, mirror] = await Promise.all([
      ports.connection().then(listPacks),
      readPrivacy(ports.area),
      readSubscriptions(ports.area),
      readMirror(ports.area),
    ]);
    const subscriptionOf = (id: string): Subscription | null => subscriptions.find(({ pack }) => pack === id) ?? null;
    const { density, markStyle, markStrength, cardTrigger } = settings;
    const described = tab === undefined ? null : await describeTab(ports, tab);
    return {
      enabled: settings.enabled,
      site: host === null ? null : siteOf(host),
      siteEnabled: host === null || isSiteOn(host, settings),
      siteMode: settings.siteMode,
      isPaused: tab !== undefined && host !== null && (await isPaused(ports.tabs, tab)),
      marking: { density, markStyle, markStrength, cardTrigger },
      mentions: described?.mentions ?? [],
      hidesOwnNames:
        host !== null && !areOwnNamesMarked(host, settings) && hasQuietOwnName(described?.mentions ?? [], privacy),
      isFull: described?.isFull ?? false,
      packs: packs.map((pack) => summarizePack(pack, privacy, subscriptionOf(pack.id))),
      lostPacks: lostFrom(mirror, packs).length,
      shortcut: await ports.shortcut(),
      subscribeLink: subscribeLinkOf(url),
    };
  },
  'page.setEnabled'({ enabled }) {
    return changeSettings(ports, (settings) => ({ ...settings, enabled }));
  },
  'page.setSiteEnabled'({ site, enabled }) {
    return changeSettings(ports, (settings) => switchSite(settings, site, enabled));
  },
  'page.setSiteMode'({ siteMode }) {
    return changeSettings(ports, (settings) => ({ ...settings, siteMode }));
  },
  async 'page.setTabPaused'({ tab, paused }) {
    await sendToTab(ports.tabs, tab)('tab.setPaused', { paused }, 1000);
    return null;
  },
  'page.setMarking'(marking) {
    return changeSettings(ports, (settings) => ({ ...settings, ...marking }));
  },
  async 'page.brief'({ tab }) {
    const { url, title } = await ports.tabs.get(tab);
    if (url === undefined || webHost(url) === null) return null;
    const { mentions, articleDate } = await describeTab(ports, tab);
    return readBrief(await ports.connection(), await readOverlayState(ports.area), {
      url,
      title: title || url,
      articleDate,
      mentions,
    });
  },
  'page.entity': async ({ entity }) =>
    readEntityPage(await ports.connection(), await readOverlayState(ports.area), entity),
  'page.analyze': ({ questions }) => ports.analyze(questions),
  'page.related': async ({ entity }) => readRelated(await ports.connection(), entity),
  ...createCorrectionHandlers(ports),
  ...createPackHandlers(ports),
  ...createBackupHandlers(ports.restores),
  ...createMergeHandlers(ports),
  ...createOverlayHandlers(ports),
  ...createCaptureHandlers(ports),
  ...createSyncHandlers(ports.sharing),
  ...createSettingsHandlers(ports),
  ...createPrivacyHandlers(ports),
  async 'page.reveal'({ tab, entity, direction }) {
    await stepFrames(await ports.registry.frames(tab), async (frame, start) => {
      const answer = await sendToTab(ports.tabs, tab, frame)(
        'tab.step',
        { direction, start, entity },
        DESCRIBE_LIMIT_MS,
      );
      return answer.ok ? answer.value : null;
    });
    return null;
  },
});

/** Changes the settings as they are when its turn comes, and makes it felt. */

/** Whether one of the names is not marked for no other reason than that only the user follows it. */
const hasQuietOwnName = (mentions: readonly EntityCount[], privacy: Privacy): boolean =>
  mentions.some(
    ({ entity, isQuiet }) => isQuiet && entity.pack === OVERLAY_PACK && privacyOf(privacy, entity) !== 'quiet',
  );
