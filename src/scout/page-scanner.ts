import type { PageReader } from '../messaging/page-reader.ts';
import { findBlocksInView } from './blocks-in-view.ts';
import { createFindings } from './findings.ts';
import { watchMutations, type DirtyParts } from './mutation-watcher.ts';
import { readOwnTexts, readSubtrees, type Reading } from './read-page.ts';
import { findShadowRoots } from './shadow-roots.ts';
import type { Spotter } from './spotter.ts';
import { createTimeSlices } from '../dom/time-slices.ts';

/**
 * Custom elements may attach their shadow roots at any time, which no observer reports; these looks catch those of pages that
 * load slowly, or upgrade what is scrolled to.
 */
const SHADOW_LOOKS_MS = [1000, 4000, 15_000, 60_000];
/** While a large page is being read for the first time, its findings are told this often. */
const PUBLISH_INTERVAL_MS = 100;

/** Keeps the findings of one frame up to date from the first reading until it is stopped. */
export type PageScanner = Pick<PageReader, 'subscribe' | 'shadowRoots' | 'lookFor'> & { stop(): void };

export type ScannerPorts = {
  /** Called once, when there is something to annotate. */
  readonly onFirstFinding: () => void;
  /** Asked before the page is read again: an extension that is gone leaves its scripts behind. */
  readonly isAlive: () => boolean;
};

/** Reads the document now and after every change. */
export function scanPage(document: Document, spotter: Spotter, { onFirstFinding, isAlive }: ScannerPorts): PageScanner {
  const findings = createFindings();
  const known = new Set<ShadowRoot>();
  const abort = new AbortController();
  const { signal } = abort;
  let announced = false;
  // One pass after another: a pass that overtook the first reading would find blocks that this adds a second time.
  let queue: Promise<void> = Promise.resolve();

  const publish = (): void => {
    findings.publish();
    if (announced || !findings.hasCandidates()) return;
    announced = true;
    onFirstFinding();
  };
  const pass = async ({ subtrees, blocks }: DirtyParts, onSlice?: () => void): Promise<void> => {
    const plain: Reading = { spotter, findings, signal, slices: createTimeSlices() };
    const reading = onSlice === undefined ? plain : { ...plain, onSlice };
    await readSubtrees(subtrees, reading);
    const shadows = await findShadowRoots(subtrees, plain.slices);
    // Whoever stopped watching must not begin again.
    if (signal.aborted) return;
    await readSubtrees(shadows.filter(admit), reading);
    await readOwnTexts(blocks, reading);
    if (signal.aborted) return;
    for (const root of known) if (!root.isConnected) known.delete(root);
    findings.dropDetached();
    publish();
  };
  /** What the reader has before his eyes first, and then the whole, of which every part is told as soon as it is read. */
  const firstPass = async (): Promise<void> => {
    const inView = findBlocksInView();
    if (inView.length > 0) await pass({ subtrees: inView, blocks: [] });
    // Blocks that have been told already are read again with the rest: told before that is done, they would flicker.
    await pass({ subtrees: [document], blocks: [] }, inView.length === 0 ? createThrottle(publish) : undefined);
  };
  /** Watches a shadow root from now on; false if it is watched already. */
  const admit = (root: ShadowRoot): boolean => {
    if (known.has(root)) return false;
    known.add(root);
    watcher.watch(root);
    return true;
  };
  const enqueue = (dirty: DirtyParts): void => {
    if (isAlive()) queue = queue.then(() => pass(dirty)).catch(reportInternalError);
  };
  const lookForShadows = async (): Promise<void> => {
    const shadows = await findShadowRoots([document], createTimeSlices());
    const late = signal.aborted ? [] : shadows.filter(admit);
    if (late.length > 0) enqueue({ subtrees: late, blocks: [] });
  };
  const watcher = watchMutations(enqueue);

  watcher.watch(document);
  queue = firstPass().catch(reportInternalError);
  const looks = SHADOW_LOOKS_MS.map((ms) => setTimeout(() => void lookForShadows().catch(reportInternalError), ms));

  return {
    subscribe: findings.subscribe,
    shadowRoots: () => [...known],
    lookFor(names) {
      spotter.lookFor(names);
      enqueue({ subtrees: [document, ...known], blocks: [] });
    },
    stop() {
      abort.abort();
      for (const look of looks) clearTimeout(look);
      watcher.stop();
      findings.clear();
      findings.publish();
    },
  };
}

function createThrottle(run: () => void): () => void {
  let ranAt = -Infinity;
  return () => {
    const now = performance.now();
    if (now - ranAt < PUBLISH_INTERVAL_MS) return;
    ranAt = now;
    run();
  };
}

/** Our faults must not show up in the page's console; a debugger attached to the extension still stops here. */
function reportInternalError(_error: unknown): void {}
