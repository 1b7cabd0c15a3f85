import type { Finding, FindingsChange } from '../messaging/page-reader.ts';
import { isConnected, parentOf } from '../dom/prototype-getters.ts';

/** All findings of a frame, by block, with subscribers who hear of every change. */
export type Findings = {
  add(found: readonly Finding[]): void;
  /** Forgets what was found directly in `block`. */
  dropBlock(block: Node): void;
  /** Forgets the findings of blocks below (and at) any of the roots. */
  dropWithin(roots: ReadonlySet<Node>): void;
  /** Forgets the findings of blocks that are no longer in the document. */
  dropDetached(): void;
  clear(): void;
  /** Whether anything was found that may be a name. */
  hasCandidates(): boolean;
  /** Tells subscribers what changed since the last call. */
  publish(): void;
  subscribe(listener: (change: FindingsChange) => void): () => void;
};

export function createFindings(): Findings {
  const byBlock = new Map<Node, readonly Finding[]>();
  const listeners = new Set<(change: FindingsChange) => void>();
  let added = new Set<Finding>();
  let removed = new Set<Finding>();

  const remove = (block: Node): void => {
    for (const finding of byBlock.get(block) ?? []) {
      // Found and lost within one pass: nobody has heard of it.
      if (!added.delete(finding)) removed.add(finding);
    }
    byBlock.delete(block);
  };
  const append = (finding: Finding): void => {
    const block = finding.run.container;
    byBlock.set(block, [...(byBlock.get(block) ?? []), finding]);
    added.add(finding);
  };

  return {
    add(found) {
      for (const finding of found) append(finding);
    },
    dropBlock: remove,
    dropWithin(roots) {
      for (const block of [...byBlock.keys()]) if (isWithin(block, roots)) remove(block);
    },
    dropDetached() {
      for (const block of [...byBlock.keys()]) if (!isConnected(block)) remove(block);
    },
    clear() {
      for (const block of [...byBlock.keys()]) remove(block);
    },
    hasCandidates: () => [...byBlock.values()].some((found) => found.some(({ candidates }) => candidates.length > 0)),
    publish() {
      if (added.size === 0 && removed.size === 0) return;
      const change = { added: [...added], removed: [...removed] };
      added = new Set();
      removed = new Set();
      for (const listener of listeners) listener(change);
    },
    subscribe(listener) {
      listeners.add(listener);
      listener({ added: [...byBlock.values()].flat().filter((finding) => !added.has(finding)), removed: [] });
      return () => listeners.delete(listener);
    },
  };
}

/** Up from the block: pages add thousands of elements at once, and comparing each with each takes seconds. */
function isWithin(block: Node, roots: ReadonlySet<Node>): boolean {
  for (let at: Node | null = block; at !== null; at = parentOf(at)) if (roots.has(at)) return true;
  return false;
}
