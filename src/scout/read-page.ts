import type { AliasIndex } from '../core/matching/alias-index.ts';
import { findCandidates } from '../core/matching/find-candidates.ts';
import type { Finding, FlowRun } from '../messaging/page-reader.ts';
import { collectRuns } from './collect-runs.ts';
import { documentOf, isConnected } from './dom.ts';
import { createElementRoles } from './element-roles.ts';
import type { Findings } from './findings.ts';
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
  index: AliasIndex,
  findings: Findings,
  signal: AbortSignal,
): Promise<void> {
  for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
    findings.dropWithin(root);
    if (signal.aborted || (await readOnce(root, index, findings, signal))) return;
  }
}

/** False if the node at which the walk stood was taken out of the page. */
async function readOnce(root: Node, index: AliasIndex, findings: Findings, signal: AbortSignal): Promise<boolean> {
  const slices = createTimeSlices();
  let runs = 0;
  let at: Text | undefined;
  function* walk(): Generator<Text> {
    for (at of walkText(root)) yield at;
  }
  for (const run of collectRuns(walk(), createElementRoles(documentOf(root)))) {
    findings.add(findIn(run, index));
    if (++runs % RUNS_BETWEEN_CLOCKS !== 0 || !slices.isOver()) continue;
    await slices.next();
    if (signal.aborted) return true;
    if (!isConnected(root)) return true;
    // The walk is one node ahead of the run.
    if (at?.isConnected === false) return false;
  }
  return true;
}

/** Reads again the text that flows directly in `block`. */
export function readOwnText(block: Node, index: AliasIndex, findings: Findings): void {
  const roles = createElementRoles(documentOf(block));
  const found: Finding[] = [];
  for (const run of collectRuns(walkOwnText(block), roles))
    if (run.container === block) found.push(...findIn(run, index));
  findings.setBlock(block, found);
}

function findIn(run: FlowRun, index: AliasIndex): Finding[] {
  const candidates = findCandidates(index, run.text);
  return candidates.length === 0 ? [] : [{ run, candidates }];
}
