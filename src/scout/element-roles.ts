import { BLOCK_ELEMENTS, SKIPPED_ELEMENTS } from '../core/text/flow-elements.ts';
import { isElement, localNameOf, parentOf } from '../dom/prototype-getters.ts';

/** What an element means to the flow of text inside it. */
export type ElementRole = {
  /** Nothing inside is read. */
  readonly skipped: boolean;
  /** The nearest element that starts a flow of its own, or the root. */
  readonly block: Node;
};

/** Remembers roles while one reading lasts; most text nodes share their ancestors. */
export type ElementRoles = (element: Node) => ElementRole;

/** Preformatted text is code on web pages, but the whole of a plain-text document. */
const isPlainTextDocument = (document: Document): boolean => document.contentType.startsWith('text/plain');

/** Roles by tag name alone: asking for styles would make the page compute them (and costs 50 times more). */
export function createElementRoles(document: Document): ElementRoles {
  const known = new Map<Node, ElementRole>();
  const readsPre = isPlainTextDocument(document);
  const roleOf: ElementRoles = (node) => {
    const remembered = known.get(node);
    if (remembered !== undefined) return remembered;
    const parent = parentOf(node);
    const outer: ElementRole = parent === null ? { skipped: false, block: node } : roleOf(parent);
    const role = isElement(node) ? refine(localNameOf(node), node, outer, readsPre) : outer;
    known.set(node, role);
    return role;
  };
  return roleOf;
}

function refine(name: string, node: Node, outer: ElementRole, readsPre: boolean): ElementRole {
  const skipped = outer.skipped || (SKIPPED_ELEMENTS.has(name) && !(readsPre && name === 'pre'));
  const isBlock = BLOCK_ELEMENTS.has(name);
  return isBlock || skipped !== outer.skipped ? { skipped, block: isBlock ? node : outer.block } : outer;
}
