import { BLOCK_ELEMENTS, PARTING_ELEMENTS } from '../core/text/flow-elements.ts';
import { foldUnit, IGNORED, SEPARATOR } from '../core/text/fold.ts';
import type { FlowRun, Piece } from '../messaging/page-reader.ts';
import { contains, firstChildOf, isElement, localNameOf, nextSiblingOf, parentOf } from '../dom/prototype-getters.ts';
import type { ElementRoles } from './element-roles.ts';

/**
 * Puts text nodes, given in document order, together into flow runs. A run ends where the block changes, at a skipped
 * element, and at `<br>` inside a word's reach; inline elements do not end it, so that `Sen<b>seTime</b>` is one word.
 */
export function* collectRuns(nodes: Iterable<Text>, roles: ElementRoles): Generator<FlowRun> {
  let block: Node | null = null;
  let pieces: Piece[] = [];
  let text = '';
  let previous: Text | null = null;
  for (const node of nodes) {
    const parent = parentOf(node);
    if (parent === null) continue;
    const role = roles(parent);
    if (role.skipped) continue;
    const data = node.data;
    const join = role.block === block && previous !== null ? joinBetween(previous, node) : null;
    if (join === null) {
      if (block !== null && hasWord(text)) yield { container: block, text, pieces };
      block = role.block;
      pieces = [{ node, start: 0 }];
      text = data;
    } else {
      if (join === '' && mayGlueWords(text, data) && standsApart(previous, node)) text += ' ';
      else text += join;
      pieces.push({ node, start: text.length });
      text += data;
    }
    previous = node;
  }
  if (block !== null && hasWord(text)) yield { container: block, text, pieces };
}

/** What stands between two text nodes of one block: nothing, a space or line break, or (null) the start of another run. */
function joinBetween(from: Text, to: Text): string | null {
  let join = '';
  for (let node = following(from); node !== null && node !== to; node = following(node)) {
    if (!isElement(node)) continue;
    const name = localNameOf(node);
    if (name === 'br') join = '\n';
    else if (BLOCK_ELEMENTS.has(name)) return null;
    else if (PARTING_ELEMENTS.has(name) && join === '') join = ' ';
  }
  return join;
}

/** The next node in document order. */
function following(node: Node): Node | null {
  const child = firstChildOf(node);
  if (child !== null) return child;
  for (let at: Node | null = node; at !== null; at = parentOf(at)) {
    const next = nextSiblingOf(at);
    if (next !== null) return next;
  }
  return null;
}

/** Whether the last character before and the first after would run together into one word. */
function mayGlueWords(before: string, after: string): boolean {
  return isLetter(before.charCodeAt(before.length - 1)) && isLetter(after.charCodeAt(0));
}

/**
 * Whether two words without a space between them stand apart all the same, because an element between them is a box of its
 * own (navigation bars made of inline blocks). Asked only where words would be glued, for it makes the page compute styles.
 */
function standsApart(from: Text | null, to: Text): boolean {
  if (from === null) return true;
  return climbs(from, to) || climbs(to, from);
}

function climbs(from: Text, to: Text): boolean {
  for (let at = parentOf(from); at !== null && isElement(at) && !contains(at, to); at = parentOf(at)) {
    if (getComputedStyle(at).display !== 'inline') return true;
  }
  return false;
}

const isLetter = (unit: number): boolean => {
  const folded = Number.isNaN(unit) ? SEPARATOR : foldUnit(unit);
  return folded !== SEPARATOR && folded !== IGNORED;
};

/** Most runs of a page are the white space between its blocks. */
function hasWord(text: string): boolean {
  for (let index = 0; index < text.length; index++) if (text.charCodeAt(index) > 0x20) return true;
  return false;
}
