import { rangeOf, type Mark } from './mark.ts';
import type { MarkBoard } from './mark-board.ts';

/** Slack around a word, in CSS pixels, for thick pointers and thin letters. */
const SLACK_PX = 1;

/**
 * The mark at a point of the viewport, from our own map: `highlightsFromPoint` would ask a registry that the page can write
 * (and grows to 3.7 ms at 5 000 ranges, against 20 µs here).
 */
export function markAt(board: MarkBoard, x: number, y: number, shadowRoots: readonly ShadowRoot[]): Mark | null {
  const caret = document.caretPositionFromPoint(x, y, { shadowRoots: [...shadowRoots] });
  const node = caret?.offsetNode;
  if (caret === null || !(node instanceof Text)) return null;
  for (const mark of board.marksIn(node)) {
    const piece = mark.pieces.find((share) => share.node === node);
    if (piece === undefined || caret.offset < piece.start || caret.offset > piece.end) continue;
    // The caret snaps to the nearest letter however far away it is; the boxes of the line tell whether we are on the word.
    if (boxesOf(mark).some((box) => contains(box, x, y))) return mark;
  }
  return null;
}

/** The boxes of a mark, one a line. */
export const boxesOf = (mark: Mark): DOMRect[] => [...(rangeOf(mark)?.getClientRects() ?? [])];

const contains = (box: DOMRect, x: number, y: number): boolean =>
  x >= box.left - SLACK_PX && x <= box.right + SLACK_PX && y >= box.top - SLACK_PX && y <= box.bottom + SLACK_PX;
