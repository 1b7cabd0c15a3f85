import type { AliasIndex } from '../core/matching/alias-index.ts';
import type { Spotted } from '../core/matching/spot-candidates.ts';

/** A text node's share of a run. */
export type Piece = {
  readonly node: Text;
  /** Offset of the node's first unit in the run's text. */ readonly start: number;
};

/** The text of one block across its inline elements. Offsets are UTF-16 code units of `text`, end exclusive. */
export type FlowRun = { readonly container: Node; readonly text: string; readonly pieces: readonly Piece[] };

/** A run in which candidates were found, or names that stand there as mere words. */
export type Finding = { readonly run: FlowRun } & Spotted;

export type FindingsChange = { readonly added: readonly Finding[]; readonly removed: readonly Finding[] };

/**
 * What the scout offers to the annotator. Both are content scripts of one isolated world, so this is a plain object on its
 * global, which the page cannot see; no message is needed between them.
 */
export type PageReader = {
  /** Calls back with all findings at once, then with every change. Returns the way to stop. */
  subscribe(listener: (change: FindingsChange) => void): () => void;
  /** Reads the page once more, and looks from now on for the names of this small index as well. */
  lookFor(names: AliasIndex): void;
  /** The open shadow roots that are read as well. */
  shadowRoots(): readonly ShadowRoot[];
  /** Calls back once when nothing is read here any more: the user has switched it off. */
  whenOff(listener: () => void): void;
  /** Stops for good: a newer scout takes over. */
  retire(): void;
  /** Aborted once the reader is retired. */
  readonly retired: AbortSignal;
};

const READER = Symbol.for('sidelight.page-reader');

type World = { [READER]?: PageReader };

export const offerPageReader = (reader: PageReader | undefined): void => {
  const world = globalThis as World;
  if (reader === undefined) delete world[READER];
  else world[READER] = reader;
};

export const takePageReader = (): PageReader | undefined => (globalThis as World)[READER];
