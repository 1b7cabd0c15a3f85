import { collectRuns } from './collect-runs.ts';
import { documentOf, isConnected } from './dom.ts';
import { createElementRoles } from './element-roles.ts';
import type { Findings } from './findings.ts';
import type { Spotter } from './spotter.ts';
import { createTimeSlices } from './time-slices.ts';
import { walkOwnText, walkText } from './walk-text.ts';

/** How often, in runs, the clock is looked at. */
const RUNS_BETWEEN_CLOCKS = 16;
/** A page that rebuilds itself all the time is left to the mutation watcher after this many starts. */
const MAX_ATTEMPTS = 3;

/**
 * Reads everything below `root` in time slices and replaces what was found there. A page that changes under the walk makes
 * it start again; what changes behind it is the mutation watcher's business. Stops quietly when aborted.
 */
export async function readSubtree(
  root: Node,
  spotter: Spotter,
  findings: Findings,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    findings.dropWithin(root);
    if (signal.aborted || (await readOnce(root, spotter, findings, signal))) return;
  }
}

/** False if the node at which the walk stood was taken out of the page. */
async function readOnce(root: Node, spotter: Spotter, findings: Findings, signal: AbortSignal): Promise<boolean> {
  const slices = createTimeSlices();
  spotter.clear();
  let runs = 0;
  let at: Text | undefined;
  function* walk(): Generator<Text> {
    for (at of walkText(root)) yield at;
  }
  for (const run of collectRuns(walk(), createElementRoles(documentOf(root)))) {
    const found = spotter.push(run);
    findings.add(found instanceof Promise ? await found : found);
    const isPausing = ++runs % RUNS_BETWEEN_CLOCKS === 0 && slices.isOver();
    if (isPausing) await slices.next();
    if (!isPausing && !(found instanceof Promise)) continue;
    if (signal.aborted || !isConnected(root)) return true;
    // The walk is one node ahead of the run.
    if (at?.isConnected === false) return false;
  }
  findings.add(await spotter.finish());
  return true;
}

/** Reads again the text that flows directly in each of the blocks. */
export async function readOwnTexts(blocks: readonly Node[], spotter: Spotter, findings: Findings): Promise<void> {
  for (const block of blocks) {
    findings.dropBlock(block);
    for (const run of collectRuns(walkOwnText(block), createElementRoles(documentOf(block))))
      if (run.container === block) findings.add(await spotter.push(run));
  }
  findings.add(await spotter.finish());
}
