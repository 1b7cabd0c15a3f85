import type { Mention } from '../core/model/mention.ts';
import type { FlowRun } from '../messaging/page-reader.ts';

/** A mark's share of one text node: offsets in the node's data, UTF-16 code units, end exclusive. */
export type MarkPiece = { readonly node: Text; readonly start: number; readonly end: number };

/** A mention at its place in the document. */
export type Mark = { readonly mention: Mention; readonly run: FlowRun; readonly pieces: readonly MarkPiece[] };

/** Finds the text nodes that carry a mention of `run`. */
export function placeMention(run: FlowRun, mention: Mention): Mark {
  const pieces: MarkPiece[] = [];
  run.pieces.forEach((piece, position) => {
    const next = run.pieces[position + 1]?.start ?? run.text.length;
    const start = Math.max(mention.start, piece.start) - piece.start;
    // Runs hold a space of their own between words that only look glued; it belongs to no node.
    const end = Math.min(mention.end, next, piece.start + piece.node.length) - piece.start;
    if (start < end) pieces.push({ node: piece.node, start, end });
  });
  return { mention, run, pieces };
}

/** A live range over the mark, for measuring; made anew each time, as a kept one would tax every change of the page. */
export function rangeOf(mark: Mark): Range | null {
  const first = mark.pieces[0];
  const last = mark.pieces.at(-1);
  if (first === undefined || last === undefined || !first.node.isConnected || !last.node.isConnected) return null;
  if (first.start > first.node.length || last.end > last.node.length) return null;
  const range = first.node.ownerDocument.createRange();
  range.setStart(first.node, first.start);
  range.setEnd(last.node, last.end);
  return range;
}
