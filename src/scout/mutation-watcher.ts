import { BLOCK_ELEMENTS } from '../core/text/flow-elements.ts';
import { isConnected, isElement, localNameOf, parentOf } from './dom.ts';

/** What must be read again: whole subtrees that are new, and blocks whose own text changed. */
export type DirtyParts = { readonly subtrees: readonly Node[]; readonly blocks: readonly Node[] };

export type MutationWatcher = { watch(root: Node): void; stop(): void };

/** At most ten passes a second, however often a page changes. */
const PASS_INTERVAL_MS = 100;

/** Collects changes of the watched roots and hands them over in passes. */
export function watchMutations(onDirty: (dirty: DirtyParts) => void): MutationWatcher {
  const subtrees = new Set<Node>();
  const blocks = new Set<Node>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const handOver = (): void => {
    timer = undefined;
    const dirty = { subtrees: outermost(subtrees), blocks: [...blocks].filter(isConnected) };
    subtrees.clear();
    blocks.clear();
    onDirty(dirty);
  };
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      blocks.add(blockOf(record.target));
      for (const node of record.addedNodes) if (isElement(node)) subtrees.add(node);
    }
    timer ??= setTimeout(handOver, PASS_INTERVAL_MS);
  });

  return {
    watch: (root) => observer.observe(root, { childList: true, characterData: true, subtree: true }),
    stop() {
      observer.disconnect();
      clearTimeout(timer);
      timer = undefined;
      subtrees.clear();
      blocks.clear();
    },
  };
}

/** The nearest block around a node, or the root it hangs on. */
function blockOf(node: Node): Node {
  let at = node;
  for (let parent = parentOf(at); parent !== null; parent = parentOf(at)) {
    if (isElement(at) && BLOCK_ELEMENTS.has(localNameOf(at))) return at;
    at = parent;
  }
  return at;
}

/** The connected nodes that are not inside another of them. */
function outermost(nodes: ReadonlySet<Node>): Node[] {
  return [...nodes].filter((node) => {
    if (!isConnected(node)) return false;
    for (let at = parentOf(node); at !== null; at = parentOf(at)) if (nodes.has(at)) return false;
    return true;
  });
}
