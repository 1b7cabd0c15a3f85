import { BLOCK_ELEMENTS, PARTING_ELEMENTS } from '../core/text/flow-elements.ts';
import { foldUnit, IGNORED, SEPARATOR } from '../core/text/fold.ts';
import type { FlowRun, Piece } from '../messaging/page-reader.ts';
import { contains, firstChildOf, isElement, localNameOf, nextSiblingOf, parentOf } from '../dom/prototype-getters.ts';
import type { ElementRoles } from './element-roles.ts';

/**
 * A run longer than this ends with its text node (UTF-16 code units). Text documents are one block of megabytes, which must
 * not be searched in one go; browsers cut their text into nodes of 65 536.
 */
const MAX_RUN_UNITS = 30_000;

/** Takes text nodes one by one; gives a run each time one has ended. */
export type RunCollector = {
  /** The run that ended before this node, if one did. */
  take(node: Text): FlowRun | null;
  /** The run that is still open. */
  finish(): FlowRun | null;
};

/**
 * Puts text nodes, given in document order, together into flow runs. A run ends where the block changes, at a skipped
 * element, and at `<br>` inside a word's reach; inline elements do not end it, so that `Sen<b>seTime</b>` is one word.
 *
 * Called for every text node of every page, by code that has not been compiled yet: a plain function with its state beside
 * it, where three nested generators took twice the time (30 000 nodes, cold).
 */
export function createRunCollector(roles: ElementRoles): RunCollector {
  let block: Node | null = null;
  let pieces: Piece[] = [];
  let text = '';
  /** The last unit of `text`; to ask the string itself would have it copied together anew for every node of a run. */
  let lastUnit = Number.NaN;
  let previous: Text | null = null;

  const finish = (): FlowRun | null => {
    const run = block !== null && hasWord(text) ? { container: block, text, pieces } : null;
    block = null;
    return run;
  };
  return {
    take(node) {
      // No page can shadow the properties of a text node, as forms do with those of elements.
      const parent = node.parentNode;
      if (parent === null) return null;
      const role = roles(parent);
      if (role.skipped) return null;
      const data = node.data;
      const goesOn = role.block === block && text.length < MAX_RUN_UNITS;
      const join = goesOn && previous !== null ? joinBetween(previous, node) : null;
      let ended: FlowRun | null = null;
      if (join === null) {
        ended = finish();
        block = role.block;
        pieces = [{ node, start: 0 }];
        text = data;
      } else {
        const isGlued = join === '' && isLetter(lastUnit) && isLetter(data.charCodeAt(0));
        text += isGlued && standsApart(previous, node) ? ' ' : join;
        pieces.push({ node, start: text.length });
        text += data;
      }
      if (data !== '') lastUnit = data.charCodeAt(data.length - 1);
      previous = node;
      return ended;
    },
    finish,
  };
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
