import { browser } from 'wxt/browser';
import { t, uiLocale } from '../locales/translate.ts';
import { classifySender } from '../messaging/caller.ts';
import { cardRequests, contentRequests, pageRequests } from '../messaging/contract.ts';
import { createRestoreService } from '../backup/restore-service.ts';
import { captureRequests } from '../messaging/capture-contract.ts';
import { backupRequests } from '../messaging/backup-contract.ts';
import { overlayRequests } from '../messaging/overlay-contract.ts';
import { privacyRequests } from '../messaging/privacy-contract.ts';
import { settingsRequests } from '../messaging/settings-contract.ts';
import { syncRequests } from '../messaging/sync-contract.ts';
import { packRequests } from '../messaging/pack-contract.ts';
import type { Answer } from '../messaging/envelope.ts';
import { createReceiver } from '../messaging/listen.ts';
import { createSend } from '../messaging/send.ts';
import { createConnection } from '../storage/connection.ts';
import { ensureSettings, readSettings, writeSettings } from '../storage/settings-store.ts';
import { createAliasMatcher } from './alias-matcher.ts';
import { createAnalystClient, type OffscreenApi } from './analyst-client.ts';
import { openBrief } from '../messaging/open-brief.ts';
import { captureFromTab, type CaptureActPorts } from './capture-from-tab.ts';
import { createCaptureMenu, intentOf } from './capture-menu.ts';
import { createCaptureService } from './capture-service.ts';
import { createPanelCaptures } from './panel-captures.ts';
import { createCardTickets } from './card-tickets.ts';
import { isCommand, runCommand } from './commands.ts';
import { createContentHandlers } from './content-handlers.ts';
import { createImportService } from '../updating/import-service.ts';
import { createLoggedFetch } from '../updating/logged-fetch.ts';
import { createUpdateService, type UpdatePorts } from '../updating/update-service.ts';
import { readOverlayState } from '../storage/overlay-state-store.ts';
import { mirrorInstalled, readMirror } from '../storage/pack-mirror.ts';
import { copyOverlay, restoreOverlay } from '../storage/overlay-copy.ts';
import type { OverlayOptions } from '../storage/overlay-store.ts';
import { describeError } from '../core/model/error-entry.ts';
import type { BoundCommand } from '../messaging/settings-contract.ts';
import { logError } from '../storage/error-log.ts';
import { listPacks } from '../storage/pack-store.ts';
import { logRequest } from '../storage/request-log.ts';
import { readSubscriptions, writeSubscriptions } from '../storage/subscription-store.ts';
import { createPageHandlers } from './page-handlers.ts';
import { greetUser } from './greet-user.ts';
import { createInTurn } from './in-turn.ts';
import { keepAwake } from './keep-awake.ts';
import { shareDevices } from './share-devices.ts';
import { createPreparedCards } from './prepared-cards.ts';
import { readCard, readEntityPage } from './read-card.ts';
import { createTabRegistry } from './tab-registry.ts';
import { isPaused, refreshTabs, sendToTab, serveOpenTabs, webHost, type ScriptingApi } from './tabs.ts';
import { showState, type ActionApi } from './toolbar.ts';
import { IMPORT_ALARM, setUpdateAlarm, UPDATE_ALARM } from './update-alarm.ts';
import { ensureAliasIndex, isPrepared, rebuildAliasIndex } from './watch-list.ts';

const DEFAULT_PACK_FILE = '/packs/china-ai.factpack.jsonl';
const TOGGLE_COMMAND = 'toggle';

/**
 * Wires the background. Every listener is registered before the first `await`: the browser starts this context for one
 * event and delivers it to whoever listens by then. Nothing is kept in memory that storage does not also hold.
 */
export function startBackground(): void {
  const { alarms, runtime, storage, tabs } = browser;
  // The types leave out that a null text gives a tab back to the common one.
  const action = browser.action as unknown as ActionApi;
  // Firefox for Android has no keyboard commands.
  const commands = browser.commands as typeof browser.commands | undefined;
  const menus = browser.contextMenus as typeof browser.contextMenus | undefined;
  const area = storage.local;
  const scripting = browser.scripting as unknown as ScriptingApi;
  const { offscreen } = globalThis.chrome as unknown as { offscreen?: OffscreenApi };
  const now = (): number => Date.now();
  const extensionOrigin = new URL(runtime.getURL('')).origin;
  const connection = createConnection();
  const send = createSend((envelope) => runtime.sendMessage(envelope));
  const tickets = createCardTickets(storage.session, now);
  const registry = createTabRegistry(storage.session);
  const cards = createPreparedCards();
  const inTurn = createInTurn();
  // Of two that ran at once, the one that began first could write its index last: that of packs which are no more.
  const indexInTurn = createInTurn();
  const matcher = createAliasMatcher(connection);

  const applySettings = async (): Promise<void> => {
    await showState(action, await readSettings(area));
    await refreshTabs(tabs);
  };
  const onPacksChanged = async (): Promise<void> => {
    const packs = await listPacks(await connection());
    await inTurn(() =>
      mirrorInstalled(
        area,
        packs.map(({ id, active }) => ({ id, title: active.header.title })),
      ),
    );
    await indexInTurn(async () => rebuildAliasIndex(await connection(), area));
    matcher.forget();
    // Started for the words of the pack; most pages can do without.
    await analyst.rest();
    await refreshTabs(tabs);
  };
  const analyst = createAnalystClient(offscreen, send);
  const overlayOptions = (): OverlayOptions => ({
    profile: {
      ...{ title: t('own.title'), publisher: t('own.publisher'), language: uiLocale() },
      today: new Date(now()).toISOString().slice(0, 10),
    },
    now: now(),
    findOrdinaryWords: analyst.findOrdinaryWords,
  });
  const exclusively = <T>(work: () => Promise<T>): Promise<T> =>
    navigator.locks.request('sidelight-import', async () => {
      await alarms.create(IMPORT_ALARM, { delayInMinutes: 1, periodInMinutes: 1 });
      try {
        return await keepAwake(runtime.getPlatformInfo, work);
      } finally {
        await alarms.clear(IMPORT_ALARM);
      }
    });
  const imports = createImportService({
    connection,
    findOrdinaryWords: analyst.findOrdinaryWords,
    now,
    onInstalled: onPacksChanged,
    wasRemoved: async (pack) => (await readMirror(area)).removed.includes(pack),
    subscribedPacks: async () => new Set((await readSubscriptions(area)).map(({ pack }) => pack)),
    endSubscription: (pack) => changeSubscriptions((known) => known.filter((entry) => entry.pack !== pack)),
    fetchDefaultPack: async () => {
      const { body } = await fetch(runtime.getURL(DEFAULT_PACK_FILE));
      if (body === null) throw new Error('The default pack is missing from the extension.');
      return body;
    },
    exclusively,
  });
  const restores = createRestoreService({
    ...{ connection, area, findOrdinaryWords: analyst.findOrdinaryWords, now, exclusively, inTurn },
    onRestored: async () => {
      await copyOverlay(await connection(), area);
      await onPacksChanged();
      await setUpdateAlarm(alarms, await readSubscriptions(area), now());
      await applySettings();
    },
  });
  const sharing = shareDevices({
    ...{ connection, inTurn, overlayOptions, now },
    async onChanged(changesNames) {
      await copyOverlay(await connection(), area);
      await setUpdateAlarm(alarms, await readSubscriptions(area), now());
      if (changesNames) await onPacksChanged();
      await applySettings();
    },
  });
  const changeSubscriptions: UpdatePorts['changeSubscriptions'] = (change) =>
    inTurn(async () => {
      const changed = change(await readSubscriptions(area));
      await writeSubscriptions(area, changed);
      await setUpdateAlarm(alarms, changed, now());
    });
  const packFetch = createLoggedFetch(
    (address, init) => fetch(address, init),
    now,
    (entry) => inTurn(() => logRequest(area, entry)),
  );
  const updates = createUpdateService({
    fetch: packFetch,
    imports,
    findPack: async (id) => (await listPacks(await connection())).find((row) => row.id === id) ?? null,
    readSubscriptions: () => readSubscriptions(area),
    changeSubscriptions,
    now,
    random: Math.random,
  });
  const captures = createCaptureService({
    ...{ connection, area, tabs, scripting, registry, inTurn, now },
    makeId: () => crypto.randomUUID(),
  });
  const panels = createPanelCaptures(storage.session);
  const capturePorts: CaptureActPorts = {
    ...{ captures, panels, openPanel: openBrief },
    openTab: (address) => tabs.create({ url: runtime.getURL(address) }),
  };
  const toggle = async (): Promise<void> => {
    await inTurn(async () => {
      const settings = await readSettings(area);
      await writeSettings(area, { ...settings, enabled: !settings.enabled });
    });
    await applySettings();
  };
  const boundCommands = async (): Promise<BoundCommand[]> =>
    ((await commands?.getAll()) ?? []).flatMap(({ name = '', description = '', shortcut: keys = '' }) =>
      description === '' ? [] : [{ name, description, keys }],
    );
  const shortcut = async (): Promise<string> =>
    (await boundCommands()).find(({ name }) => name === TOGGLE_COMMAND)?.keys ?? '';
  /** Of what our own pages asked; what a tab asked often fails for no worse reason than that it was closed. */
  const keepError = (error: unknown): void =>
    void inTurn(() => logError(area, describeError(error, extensionOrigin, now())));

  const fromContent = createReceiver(
    contentRequests,
    createContentHandlers({
      connection,
      area,
      scripting,
      action,
      analyze: analyst.analyze,
      matcher,
      tickets,
      registry,
      cards,
      isPaused: (tab) => isPaused(tabs, tab),
    }),
  );
  const fromCard = createReceiver(cardRequests, {
    'card.read': async ({ ticket }, { tab }: { tab: number }) => {
      const mention = await tickets.redeem(ticket, tab);
      if (mention === null) return null;
      const prepared = cards.take(ticket);
      if (prepared !== null) return prepared;
      return readCard(
        await connection(),
        await readOverlayState(area),
        mention,
        webHost((await tabs.get(tab)).url) ?? '',
      );
    },
    'card.follow': async ({ entity }) => {
      const page = await readEntityPage(await connection(), await readOverlayState(area), entity);
      return page === null ? null : { ...page, match: null };
    },
  });
  const fromPage = createReceiver(
    {
      ...{ ...pageRequests, ...packRequests, ...backupRequests, ...overlayRequests },
      ...{ ...captureRequests, ...syncRequests, ...settingsRequests, ...privacyRequests },
    },
    createPageHandlers({
      ...{ connection, area, tabs, registry, imports, updates, shortcut, inTurn, applySettings },
      ...{ restores, changeSubscriptions, onPacksChanged, exclusively, now, fetch: packFetch },
      ...{ overlayOptions, captures, panels },
      commands: boundCommands,
      analyze: analyst.analyze,
      version: runtime.getManifest().version,
      prepare: () => prepareOnce(),
      sharing: sharing.service,
      async onOwnChanged() {
        await copyOverlay(await connection(), area);
        await sharing.soon();
      },
      estimateStorage: () => navigator.storage.estimate(),
    }),
    keepError,
  );

  runtime.onMessage.addListener((message: unknown, sender, respond: (answer: Answer<unknown>) => void) => {
    const caller = classifySender(sender, runtime.id, extensionOrigin);
    if (caller === null) return;
    const answer =
      caller.kind === 'content'
        ? fromContent(message, caller)
        : caller.kind === 'card'
          ? fromCard(message, caller)
          : fromPage(message, caller);
    if (answer === null) return;
    void answer.then(respond);
    return true;
  });
  // At both: a first start that was cut off (the browser closed, the worker killed) is taken up again at the next.
  let preparing: Promise<void> | null = null;
  const prepare = (): Promise<void> => (preparing ??= prepareOnce());
  /** Brings to its end what was cut off. */
  const takeUp = async (): Promise<void> => {
    await indexInTurn(async () => ensureAliasIndex(await connection(), area));
    matcher.forget();
    await imports.resume();
    await restores.resume();
    await imports.tidy();
  };
  const prepareOnce = async (): Promise<void> => {
    // First: an index without settings would be used everywhere.
    await ensureSettings(area);
    await imports.installDefault();
    await inTurn(async () => restoreOverlay(await connection(), area, overlayOptions()));
    await takeUp();
    await setUpdateAlarm(alarms, await readSubscriptions(area), now());
    await showState(action, await readSettings(area));
  };
  runtime.onInstalled.addListener((installed) => {
    void greetUser(installed, { area, openTab: (address) => tabs.create({ url: runtime.getURL(address) }) });
    void createCaptureMenu(menus, {
      follow: (name) => t('menu.follow', { name }),
      fact: (words) => t('menu.fact', { words }),
    });
    void prepare().then(() => serveOpenTabs(tabs, scripting));
  });
  runtime.onStartup.addListener(() => void prepare());
  // A first import that was cut off while the browser stayed open is taken up as soon as this context wakes again.
  void isPrepared(area).then((prepared) => (prepared ? undefined : prepare()));
  commands?.onCommand.addListener((command, tab) => {
    if (!isCommand(command)) return;
    void runCommand(command, {
      toggle,
      frontTab: async () => (await tabs.query({ active: true, currentWindow: true }))[0]?.id ?? null,
      frames: registry.frames,
      sendToFrame: (front, frame) => sendToTab(tabs, front, frame),
      // At once, for the browser opens it only in answer to the key itself.
      openBrief: () => openBrief(tab?.windowId),
      capture: () => captureFromTab(capturePorts, tab ?? {}, 'fact', null),
    });
  });
  menus?.onClicked.addListener(({ menuItemId, selectionText = '', frameId = null }, tab) => {
    const intent = intentOf(menuItemId);
    if (intent !== null) void captureFromTab(capturePorts, tab ?? {}, intent, { text: selectionText, frame: frameId });
  });
  alarms.onAlarm.addListener(({ name }) => {
    if (name === UPDATE_ALARM) void keepAwake(runtime.getPlatformInfo, updates.checkDue).catch(() => {});
    if (name === IMPORT_ALARM) void takeUp();
  });
  tabs.onRemoved.addListener((tab) => void registry.forget(tab));
}
