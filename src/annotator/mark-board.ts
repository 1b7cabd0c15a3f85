import type { EntityRef } from '../core/model/entity.ts';
import { entityKey, type Mention } from '../core/model/mention.ts';
import type { EntityCount } from '../messaging/contract.ts';
import type { Finding } from '../messaging/page-reader.ts';
import { placeMention, type Mark } from './mark.ts';
import { isReadable } from './readable.ts';
import { watchNearViewport } from './viewport-watcher.ts';

/** Most marks one document may have. A page with more is a list of names, and nobody needs them underlined. */
const MAX_MARKS = 5000;
/** When hidden marks near the viewport are looked at again. */
const LATER_LOOKS_MS = [400, 1200, 3000, 8000];

/** Knows all marks of a document, which of them are near the viewport, and what stands at a text node. */
export type MarkBoard = {
  setMentions(finding: Finding, mentions: readonly Mention[]): void;
  /** Marks that touch the text node. */
  marksIn(node: Text): readonly Mark[];
  /** How many mentions of which entity readers can see here. */
  counts(): EntityCount[];
  /** All shown marks of an entity, in no particular order. */
  marksOf(entity: EntityRef): Mark[];
  stop(): void;
};

/** `onChange` hears, at most once a frame, of the marks to be painted. */
export function createMarkBoard(onChange: (nearby: readonly Mark[]) => void): MarkBoard {
  const marks = new Map<Finding, readonly Mark[]>();
  const byContainer = new Map<Node, Set<Finding>>();
  const byNode = new Map<Text, readonly Mark[]>();
  let frame: number | undefined;
  let look: ReturnType<typeof setTimeout> | undefined;
  let looks = 0;
  let size = 0;

  const viewport = watchNearViewport(() => schedule());
  const shown = (finding: Finding): Mark[] => (marks.get(finding) ?? []).filter(isShown);
  const schedule = (): void => {
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      const findings = [...viewport.near()].flatMap((container) => [...(byContainer.get(container) ?? [])]);
      const nearby = findings.flatMap((finding) => [...(marks.get(finding) ?? [])]);
      const readable = nearby.filter(isShown);
      onChange(readable);
      // Text that fades in is not readable yet and tells nobody when it is: a few looks, further and further apart.
      if (readable.length < nearby.length && looks < LATER_LOOKS_MS.length)
        look ??= setTimeout(lookAgain, LATER_LOOKS_MS[looks++]);
    });
  };
  const lookAgain = (): void => {
    look = undefined;
    schedule();
  };
  const forget = (finding: Finding): void => {
    const placed = marks.get(finding) ?? [];
    size -= placed.length;
    for (const mark of placed) for (const { node } of mark.pieces) byNode.delete(node);
    marks.delete(finding);
    const siblings = byContainer.get(finding.run.container);
    siblings?.delete(finding);
    if (siblings?.size !== 0) return;
    byContainer.delete(finding.run.container);
    viewport.unwatch(finding.run.container);
  };
  const remember = (finding: Finding, mentions: readonly Mention[]): void => {
    const placed = mentions.map((mention) => placeMention(finding.run, mention));
    size += placed.length;
    marks.set(finding, placed);
    for (const mark of placed)
      for (const { node } of mark.pieces) byNode.set(node, [...(byNode.get(node) ?? []), mark]);
    const siblings = byContainer.get(finding.run.container) ?? new Set();
    siblings.add(finding);
    byContainer.set(finding.run.container, siblings);
    viewport.watch(finding.run.container);
  };

  return {
    setMentions(finding, mentions) {
      forget(finding);
      const painted = mentions.filter((mention) => mention.paint);
      if (painted.length > 0 && size + painted.length <= MAX_MARKS) remember(finding, painted);
      looks = 0;
      schedule();
    },
    marksIn: (node) => byNode.get(node) ?? [],
    counts() {
      const counts = new Map<string, EntityCount>();
      for (const { mention } of [...marks.keys()].flatMap(shown)) {
        const key = entityKey(mention.entity);
        const count = (counts.get(key)?.count ?? 0) + 1;
        counts.set(key, { entity: mention.entity, name: mention.name, count });
      }
      return [...counts.values()];
    },
    marksOf: (entity) =>
      [...marks.keys()].flatMap(shown).filter((mark) => entityKey(mark.mention.entity) === entityKey(entity)),
    stop() {
      if (frame !== undefined) cancelAnimationFrame(frame);
      clearTimeout(look);
      viewport.stop();
      marks.clear();
      byContainer.clear();
      byNode.clear();
    },
  };
}

const isShown = (mark: Mark): boolean =>
  mark.pieces.length > 0 && mark.pieces.every((piece) => piece.node.isConnected && isReadable(piece.node));
