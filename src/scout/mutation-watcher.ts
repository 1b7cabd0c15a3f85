import { BLOCK_ELEMENTS } from '../core/text/flow-elements.ts';
import { isConnected, isElement, localNameOf, parentOf } from '../dom/prototype-getters.ts';
import { createRestlessness } from './restlessness.ts';

/** What must be read again: whole subtrees that are new, and blocks whose own text changed. */
export type DirtyParts = { readonly subtrees: readonly Node[]; readonly blocks: readonly Node[] };

export type MutationWatcher = { watch(root: Node): void; stop(): void };

/** At most ten passes a second, however often a page changes. */
const PASS_INTERVAL_MS = 100;

/** Collects changes of the watched roots and hands them over in passes; those of blocks that never rest less and less often. */
export function watchMutations(
  onDirty: (dirty: DirtyParts) => void,
  now: () => number = () => performance.now(),
): MutationWatcher {
  /** New elements, with the block they came into. */
  const subtrees = new Map<Node, Node>();
  const blocks = new Set<Node>();
  const restlessness = createRestlessness(PASS_INTERVAL_MS);
  let timer: ReturnType<typeof setTimeout> | undefined;

  const handOver = (): void => {
    timer = undefined;
    const time = now();
    const due = new Set([...blocks].filter((block) => restlessness.isDue(block, time)));
    const ripe = [...subtrees].filter(([, block]) => due.has(block)).map(([node]) => node);
    for (const block of due) {
      blocks.delete(block);
      restlessness.noteRead(block, time);
    }
    for (const node of ripe) subtrees.delete(node);
    if (blocks.size > 0) timer = setTimeout(handOver, PASS_INTERVAL_MS);
    if (due.size > 0) onDirty({ subtrees: outermost(ripe), blocks: [...due].filter(isConnected) });
  };
  const observer = new MutationObserver((records) => {
    for (const record of records) {
      const block = blockOf(record.target);
      blocks.add(block);
      for (const node of record.addedNodes) if (isElement(node)) subtrees.set(node, block);
      // What has been taken away again meanwhile would only be kept from the garbage collector.
      for (const node of record.removedNodes) subtrees.delete(node);
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
function outermost(nodes: readonly Node[]): Node[] {
  const all = new Set(nodes);
  return nodes.filter((node) => {
    if (!isConnected(node)) return false;
    for (let at = parentOf(node); at !== null; at = parentOf(at)) if (all.has(at)) return false;
    return true;
  });
}
