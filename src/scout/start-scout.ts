import { openAliasIndex } from '../core/matching/alias-index.ts';
import { REMOTE_INDEX } from '../core/matching/index-delivery.ts';
import type { PageKeys } from '../core/matching/page-keys.ts';
import type { Settings } from '../core/model/settings.ts';
import { isSiteOn, type SiteRules } from '../core/model/site.ts';
import { ok } from '../core/model/result.ts';
import type { Answer } from '../messaging/envelope.ts';
import { contentApi } from '../messaging/extension-api.ts';
import { offerPageReader, takePageReader, type FindingsChange } from '../messaging/page-reader.ts';
import { decodeMatches, encodePageKeys } from '../messaging/page-keys-wire.ts';
import { askAgain } from '../messaging/ask-again.ts';
import { createSend } from '../messaging/send.ts';
import { whenVisible } from './frame-gate.ts';
import { scanPage, type PageScanner } from './page-scanner.ts';
import { createLocalSpotter, createRemoteSpotter, type MatchKeys, type Spotter } from './spotter.ts';

/** The scout of one frame: reads what there is to find, looks for it, and calls the annotator only if something is there. */
export function startScout(): void {
  // After an update of the extension the scout of the old one may still be in this world: it hands over and goes.
  takePageReader()?.retire();
  const { runtime, storage } = contentApi();
  const retirement = new AbortController();
  const ask = askAgain(
    createSend((envelope) => runtime.sendMessage(envelope)),
    retirement.signal,
  );
  const listeners = new Set<(change: FindingsChange) => void>();
  let scanner: PageScanner | null = null;

  const stop = (): void => {
    scanner?.stop();
    scanner = null;
  };
  const retire = (): void => {
    retirement.abort();
    stop();
    offerPageReader(undefined);
  };
  let offListeners: (() => void)[] = [];
  const turnOff = (): void => {
    stop();
    const told = offListeners;
    offListeners = [];
    for (const listener of told) listener();
  };
  const announce = async (): Promise<void> => {
    const asking = scanner;
    const answer = await ask('scout.found', {});
    // The tab's site is switched off, which a frame of another site cannot know.
    if (answer.ok && !answer.value.annotate && scanner === asking) turnOff();
  };
  const matchKeys = async (keys: PageKeys): ReturnType<MatchKeys> => {
    const answer = await ask('scout.match', encodePageKeys(keys));
    return answer.ok ? decodeMatches(answer.value) : [];
  };
  let isVisible = false;
  // Lives as long as the document: "until the next reload" needs no other memory.
  let isPaused = false;
  const refresh = async (): Promise<void> => {
    if (!isVisible || isPaused) return turnOff();
    const watchList = await readWatchList(storage.local, matchKeys);
    if (retirement.signal.aborted) return;
    if (watchList === null || !isWanted(watchList.settings)) return turnOff();
    stop();
    scanner = scanPage(document, watchList.spotter, {
      onFirstFinding: () => void announce(),
      isAlive: () => {
        if (runtime.id === undefined) retire();
        return runtime.id !== undefined;
      },
    });
    for (const listener of listeners) scanner.subscribe(listener);
  };
  const onMessage = (
    { type, params }: { type?: unknown; params?: { paused?: unknown } },
    sender: chrome.runtime.MessageSender,
    respond: (answer: Answer<boolean>) => void,
  ): undefined => {
    if (sender.id !== runtime.id) return;
    if (type === 'tab.isPaused') respond(ok(isPaused));
    if (type === 'tab.setPaused') isPaused = params?.paused === true;
    if (type === 'tab.refresh' || type === 'tab.setPaused') void refresh().catch(stop);
  };

  runtime.onMessage.addListener(onMessage);
  offerPageReader({
    subscribe(listener) {
      listeners.add(listener);
      const unsubscribe = scanner?.subscribe(listener);
      return () => {
        listeners.delete(listener);
        unsubscribe?.();
      };
    },
    lookFor: (names) => scanner?.lookFor(names),
    shadowRoots: () => scanner?.shadowRoots() ?? [],
    whenOff: (listener) => void offListeners.push(listener),
    retire,
    retired: retirement.signal,
  });
  // A page that comes back from the back/forward cache missed what changed meanwhile, and lost its number on the toolbar.
  window.addEventListener('pageshow', (event) => event.persisted && void refresh().catch(stop), {
    signal: retirement.signal,
  });
  whenVisible(() => {
    isVisible = true;
    void refresh().catch(stop);
  }, retirement.signal);
}

/** Which of the settings matter to a scout. */
type Wanted = Pick<Settings, 'enabled'> & SiteRules;

/** Until something else is stored; also what settings of an older version lack. */
const DEFAULTS: Wanted = { enabled: true, disabledSites: [], siteMode: 'all', enabledSites: [] };

type WatchList = { readonly settings: Wanted; readonly spotter: Spotter };

/** Settings and index straight from storage, so that the background sleeps on. Null while nothing is installed yet. */
async function readWatchList(area: chrome.storage.StorageArea, match: MatchKeys): Promise<WatchList | null> {
  const { settings, aliasIndex } = await area.get(['settings', 'aliasIndex']);
  const spotter = typeof aliasIndex === 'string' ? createSpotter(aliasIndex, match) : null;
  // Written by our own settings store, which checks it; a scout has no room for a validator.
  return spotter && { spotter, settings: { ...DEFAULTS, ...(settings as Partial<Wanted> | undefined) } };
}

function createSpotter(stored: string, match: MatchKeys): Spotter | null {
  if (stored === REMOTE_INDEX) return createRemoteSpotter(match);
  const index = openAliasIndex(Uint8Array.fromBase64(stored).buffer);
  return index === null || index.aliasCount === 0 ? null : createLocalSpotter(index);
}

const isWanted = (settings: Wanted): boolean => settings.enabled && isSiteOn(hostOf(window), settings);

/** Frames without an address of their own (about:blank, srcdoc) have their parent's origin. */
function hostOf(view: Window): string {
  if (view.location.hostname !== '') return view.location.hostname;
  return URL.canParse(view.origin) ? new URL(view.origin).hostname : '';
}
