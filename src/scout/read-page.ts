import { createRunCollector } from './collect-runs.ts';
import { documentOf, isConnected } from '../dom/prototype-getters.ts';
import { createElementRoles } from './element-roles.ts';
import type { Findings } from './findings.ts';
import type { FlowRun } from '../messaging/page-reader.ts';
import type { Spotter } from './spotter.ts';
import type { TimeSlices } from '../dom/time-slices.ts';
import { createTextWalker, nextText, walkOwnText } from './walk-text.ts';

/** How often, in runs, the clock is looked at. Sixteen paragraphs of an article take half a slice as long as the code is cold. */
const RUNS_BETWEEN_CLOCKS = 4;
/** A page that rebuilds itself all the time is left to the mutation watcher after this many starts. */
const MAX_ATTEMPTS = 3;

/** With what a pass over a page works. */
export type Reading = {
  readonly spotter: Spotter;
  readonly findings: Findings;
  readonly slices: TimeSlices;
  readonly signal: AbortSignal;
  /** Called between two slices. */
  readonly onSlice?: () => void;
};

/**
 * Reads everything below each root in time slices and replaces what was found there. A page that changes under the walk makes
 * it start again; what changes behind it is the mutation watcher's business. Stops quietly when aborted.
 */
export async function readSubtrees(roots: readonly Node[], reading: Reading): Promise<void> {
  reading.findings.dropWithin(new Set(roots));
  for (const root of roots) {
    if (reading.slices.isOver()) await pause(reading);
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
      if (attempt > 0) reading.findings.dropWithin(new Set([root]));
      if (reading.signal.aborted || (await readOnce(root, reading))) break;
    }
  }
}

/** False if the node at which the walk stood was taken out of the page. */
async function readOnce(root: Node, reading: Reading): Promise<boolean> {
  const { spotter, findings, slices, signal } = reading;
  spotter.clear();
  const collector = createRunCollector(createElementRoles(documentOf(root)));
  const walker = createTextWalker(root);
  let runs = 0;
  for (let node = nextText(walker); node !== null; node = nextText(walker)) {
    const run = collector.take(node);
    if (run === null) continue;
    const found = spotter.push(run);
    findings.add(found instanceof Promise ? await found : found);
    const isPausing = ++runs % RUNS_BETWEEN_CLOCKS === 0 && slices.isOver();
    if (isPausing) await pause(reading);
    if (!isPausing && !(found instanceof Promise)) continue;
    if (signal.aborted || !isConnected(root)) return true;
    if (!node.isConnected) return false;
  }
  const last = collector.finish();
  if (last !== null) findings.add(await spotter.push(last));
  findings.add(await spotter.finish());
  return true;
}

async function pause({ slices, onSlice }: Reading): Promise<void> {
  onSlice?.();
  await slices.next();
}

/** Reads again the text that flows directly in each of the blocks. */
export async function readOwnTexts(blocks: readonly Node[], reading: Reading): Promise<void> {
  const { spotter, findings, slices, signal } = reading;
  for (const block of blocks) {
    if (slices.isOver()) await slices.next();
    if (signal.aborted) return;
    findings.dropBlock(block);
    const collector = createRunCollector(createElementRoles(documentOf(block)));
    const take = async (run: FlowRun | null): Promise<void> => {
      if (run?.container === block) findings.add(await spotter.push(run));
    };
    for (const node of walkOwnText(block)) await take(collector.take(node));
    await take(collector.finish());
  }
  findings.add(await spotter.finish());
}
