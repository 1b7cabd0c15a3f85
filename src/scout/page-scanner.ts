import type { PageReader } from '../messaging/page-reader.ts';
import { createFindings } from './findings.ts';
import { watchMutations, type DirtyParts } from './mutation-watcher.ts';
import { readOwnTexts, readSubtree } from './read-page.ts';
import { findShadowRoots } from './shadow-roots.ts';
import type { Spotter } from './spotter.ts';

/** Custom elements may attach their shadow roots at any time, which no observer reports; these looks catch most. */
const SHADOW_LOOKS_MS = [1000, 4000];

/** Keeps the findings of one frame up to date from the first reading until it is stopped. */
export type PageScanner = Pick<PageReader, 'subscribe' | 'shadowRoots' | 'lookFor'> & { stop(): void };

/** Reads the document now and after every change. `onFirstFinding` is called once, when there is something to annotate. */
export function scanPage(document: Document, spotter: Spotter, onFirstFinding: () => void): PageScanner {
  const findings = createFindings();
  const known = new Set<ShadowRoot>();
  const abort = new AbortController();
  let announced = false;
  // One pass after another: a pass that overtook the first reading would find blocks that this adds a second time.
  let queue: Promise<void> = Promise.resolve();

  const pass = async ({ subtrees, blocks }: DirtyParts): Promise<void> => {
    for (const root of subtrees) await readSubtree(root, spotter, findings, abort.signal);
    for (const root of subtrees.flatMap(findShadowRoots)) await admit(root);
    if (abort.signal.aborted) return;
    await readOwnTexts(blocks, spotter, findings);
    for (const root of known) if (!root.isConnected) known.delete(root);
    findings.dropDetached();
    findings.publish();
    if (announced || !findings.hasCandidates()) return;
    announced = true;
    onFirstFinding();
  };
  const admit = async (root: ShadowRoot): Promise<void> => {
    if (known.has(root)) return;
    known.add(root);
    watcher.watch(root);
    await readSubtree(root, spotter, findings, abort.signal);
  };
  const enqueue = (dirty: DirtyParts): void => {
    queue = queue.then(() => pass(dirty)).catch(reportInternalError);
  };
  const watcher = watchMutations(enqueue);

  watcher.watch(document);
  enqueue({ subtrees: [document], blocks: [] });
  const looks = SHADOW_LOOKS_MS.map((ms) =>
    setTimeout(() => {
      const late = findShadowRoots(document).filter((root) => !known.has(root));
      if (late.length > 0) enqueue({ subtrees: late, blocks: [] });
      for (const root of late) {
        known.add(root);
        watcher.watch(root);
      }
    }, ms),
  );

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

/** Our faults must not show up in the page's console; a debugger attached to the extension still stops here. */
function reportInternalError(_error: unknown): void {}
