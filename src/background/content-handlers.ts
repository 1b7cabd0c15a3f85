import type { SentenceAnalyzer } from '../core/linking/analyzer.ts';
import { applyCorrections } from '../core/linking/apply-corrections.ts';
import { markLevel } from '../core/model/privacy.ts';
import { areOwnNamesMarked, isSiteOn } from '../core/model/site.ts';
import type { Caller } from '../messaging/caller.ts';
import type { contentRequests } from '../messaging/contract.ts';
import type { Handlers } from '../messaging/listen.ts';
import { decodePageKeys, encodeMatches } from '../messaging/page-keys-wire.ts';
import type { Connection } from '../storage/connection.ts';
import { readCorrections } from '../storage/correction-store.ts';
import { readOverlayState } from '../storage/overlay-state-store.ts';
import { readPrivacy } from '../storage/privacy-store.ts';
import { resolveAliases } from '../storage/resolve-aliases.ts';
import { readSettings, type StorageArea } from '../storage/settings-store.ts';
import type { AliasMatcher } from './alias-matcher.ts';
import type { CardTickets } from './card-tickets.ts';
import { markStyle } from './mark-style.ts';
import type { PreparedCards } from './prepared-cards.ts';
import { readCard } from './read-card.ts';
import type { TabRegistry } from './tab-registry.ts';
import { webHost, type ScriptingApi } from './tabs.ts';
import { showCount, type ActionApi } from './toolbar.ts';

type ContentCaller = Extract<Caller, { kind: 'content' }>;

export type ContentPorts = {
  readonly connection: Connection;
  readonly area: StorageArea;
  readonly scripting: ScriptingApi;
  readonly action: ActionApi;
  readonly analyze: SentenceAnalyzer;
  readonly matcher: AliasMatcher;
  readonly tickets: CardTickets;
  readonly registry: TabRegistry;
  readonly cards: PreparedCards;
  /** Whether the user has paused the tab. Its first frame knows; those that come later ask. */
  readonly isPaused: (tab: number) => Promise<boolean>;
};

/** Answers content scripts. They live in the page's process: nothing here changes the dataset or lists what is in it. */
export const createContentHandlers = (ports: ContentPorts): Handlers<typeof contentRequests, ContentCaller> => ({
  async 'scout.found'(_params, { tab, frame, tabUrl }) {
    const settings = await readSettings(ports.area);
    const host = webHost(tabUrl);
    // A frame of another site inside a page that is switched off does not know it; the tab's address does.
    const annotate =
      settings.enabled && (host === null || isSiteOn(host, settings)) && !(frame !== 0 && (await ports.isPaused(tab)));
    if (annotate)
      await ports.scripting.executeScript({ target: { tabId: tab, frameIds: [frame] }, files: ['/annotator.js'] });
    return { annotate };
  },
  'scout.match': async (keys) => encodeMatches(await ports.matcher.match(decodePageKeys(keys))),
  async 'annotator.resolve'({ fingerprints }, { tabUrl }) {
    const resolved = await resolveAliases(await ports.connection(), fingerprints);
    const [corrections, privacy, settings] = await Promise.all([
      readCorrections(ports.area),
      readPrivacy(ports.area),
      readSettings(ports.area),
    ]);
    const host = webHost(tabUrl) ?? '';
    const marksOwn = areOwnNamesMarked(host, settings);
    return resolved.map((aliases) =>
      applyCorrections(aliases, corrections, host).map(({ members, ...tracked }) => ({
        ...tracked,
        privacy: markLevel(privacy, members ?? [tracked.entity], marksOwn),
      })),
    );
  },
  'annotator.analyze': ({ questions }) => ports.analyze(questions),
  async 'annotator.report'({ entities }, { tab, frame, tabUrl }) {
    const mentions = entities.reduce((sum, entry) => sum + entry.count, 0);
    await showCount(ports.action, tab, await ports.registry.report(tab, tabUrl, frame, mentions));
    return null;
  },
  async 'annotator.style'(names, { tab, frame }) {
    await ports.scripting.insertCSS({
      target: { tabId: tab, frameIds: [frame] },
      css: markStyle(names, await readSettings(ports.area)),
      origin: 'USER',
    });
    return null;
  },
  async 'annotator.openCard'({ mention }, { tab, tabUrl }) {
    const ticket = await ports.tickets.issue(mention, tab);
    ports.cards.prepare(ticket, async () =>
      readCard(await ports.connection(), await readOverlayState(ports.area), mention, webHost(tabUrl) ?? ''),
    );
    return { ticket };
  },
});
