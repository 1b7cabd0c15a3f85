const HEADINGS = 'h1, h2, h3, h4, h5, h6, [role="heading"]';
const SECTIONING = 'article, section, aside, nav, main, header, footer, dialog, blockquote';

/** Says in which section of the document a node stands: the same number for nodes of one section. */
export type Sections = (node: Node) => number;

/**
 * The sections of a document as it is now: what stands in one sectioning element between two headings. The headings are
 * looked up once for each tree, so this is made anew when the page has changed.
 */
export function readSections(): Sections {
  const headings = new Map<Node, readonly Element[]>();
  const known = new Map<Node, number>();
  const numbers = new Map<Node, Map<number, number>>();
  let count = 0;

  const headingsOf = (root: Node): readonly Element[] => {
    const found = headings.get(root) ?? [...queryAll(root, HEADINGS)];
    headings.set(root, found);
    return found;
  };
  return (node) => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const root = Node.prototype.getRootNode.call(node);
    const element = node instanceof Element ? node : (node.parentElement ?? null);
    const holder = element === null ? root : (Element.prototype.closest.call(element, SECTIONING) ?? root);
    const heading = countUpTo(headingsOf(root), node);
    const own = numbers.get(holder) ?? new Map<number, number>();
    numbers.set(holder, own);
    const number = own.get(heading) ?? count++;
    own.set(heading, number);
    known.set(node, number);
    return number;
  };
}

/** How many of the headings begin before the node, or are it, or hold it: a binary search. */
function countUpTo(headings: readonly Element[], node: Node): number {
  let low = 0;
  let high = headings.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const heading = headings[middle];
    if (heading === undefined || isAfter(heading, node)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Whether `other` begins after `node`, and outside it. */
const isAfter = (other: Node, node: Node): boolean =>
  (Node.prototype.compareDocumentPosition.call(node, other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;

function queryAll(root: Node, selector: string): Iterable<Element> {
  if (root instanceof Document) return Document.prototype.querySelectorAll.call(root, selector);
  if (root instanceof DocumentFragment) return DocumentFragment.prototype.querySelectorAll.call(root, selector);
  return [];
}
