import type { Mention } from '../core/model/mention.ts';
import type { Finding } from '../messaging/page-reader.ts';
import { placeMention, type Mark } from './mark.ts';

/** Most marks one document may have. A page with more is a list of names, and nobody needs them underlined. */
const MAX_MARKS = 5000;

export type MarkStorePorts = {
  /** A block has its first mark. */
  readonly onContainer: (container: Node) => void;
  /** A block has lost its last one. */
  readonly onContainerGone: (container: Node) => void;
};

/** The marks of a document by finding, by block and by text node. */
export type MarkStore = {
  /** Replaces the marks of a finding. */
  set(finding: Finding, mentions: readonly Mention[]): void;
  all(): Mark[];
  marksIn(node: Text): readonly Mark[];
  marksInContainer(container: Node): Mark[];
  isFull(): boolean;
  clear(): void;
};

export function createMarkStore({ onContainer, onContainerGone }: MarkStorePorts): MarkStore {
  const marks = new Map<Finding, readonly Mark[]>();
  const byContainer = new Map<Node, Set<Finding>>();
  const byNode = new Map<Text, readonly Mark[]>();
  const refused = new Set<Finding>();
  let size = 0;

  const forget = (finding: Finding): void => {
    refused.delete(finding);
    const placed = marks.get(finding);
    if (placed === undefined) return;
    size -= placed.length;
    for (const mark of placed) for (const { node } of mark.pieces) byNode.delete(node);
    marks.delete(finding);
    byContainer.get(finding.run.container)?.delete(finding);
  };
  const dropEmpty = (container: Node): void => {
    if (byContainer.get(container)?.size !== 0) return;
    byContainer.delete(container);
    onContainerGone(container);
  };
  const remember = (finding: Finding, mentions: readonly Mention[]): void => {
    const placed = mentions.map((mention) => placeMention(finding.run, mention));
    size += placed.length;
    marks.set(finding, placed);
    for (const mark of placed)
      for (const { node } of mark.pieces) byNode.set(node, [...(byNode.get(node) ?? []), mark]);
    const { container } = finding.run;
    const siblings = byContainer.get(container);
    if (siblings !== undefined) siblings.add(finding);
    else {
      byContainer.set(container, new Set([finding]));
      onContainer(container);
    }
  };

  return {
    set(finding, mentions) {
      forget(finding);
      const painted = mentions.filter((mention) => mention.paint);
      const isFull = size + painted.length > MAX_MARKS;
      if (isFull) refused.add(finding);
      else if (painted.length > 0) remember(finding, painted);
      // Only now: a block that is given up and taken up again would lose its marks until the browser says that it is in view.
      dropEmpty(finding.run.container);
    },
    all: () => [...marks.values()].flat(),
    marksIn: (node) => byNode.get(node) ?? [],
    marksInContainer: (container) =>
      [...(byContainer.get(container) ?? [])].flatMap((finding) => marks.get(finding) ?? []),
    isFull: () => refused.size > 0,
    clear() {
      marks.clear();
      byContainer.clear();
      byNode.clear();
      refused.clear();
      size = 0;
    },
  };
}
