import { BLOCK_ELEMENTS } from '../core/text/flow-elements.ts';
import { contains, isElement, localNameOf, parentOf } from '../dom/prototype-getters.ts';

/** Lines across the window along which is looked. */
const LINES = 8;

/**
 * The blocks that stand in the window of a page that is already scrolled, none inside another. Empty for a page at its top,
 * whose reading begins there anyway. A page scrolled to its middle is a reload, a link to a passage, or a way back.
 */
export function findBlocksInView(): Element[] {
  if (!mayBeScrolled() || window.scrollY < window.innerHeight) return [];
  const found = new Set<Element>();
  for (let line = 0; line < LINES; line++) {
    const y = (window.innerHeight * (line + 0.5)) / LINES;
    const element = document.elementFromPoint(window.innerWidth / 2, y);
    const block = element === null ? null : blockAround(element);
    if (block !== null) found.add(block);
  }
  return [...found].filter((block) => ![...found].some((other) => other !== block && contains(other, block)));
}

/** Asked first, for to ask how far a page is scrolled has the browser lay it out before its time. */
function mayBeScrolled(): boolean {
  const [navigation] = performance.getEntriesByType('navigation');
  return location.hash !== '' || (navigation instanceof PerformanceNavigationTiming && navigation.type !== 'navigate');
}

/** The nearest block, unless that is the page itself. */
function blockAround(element: Element): Element | null {
  for (let at: Node | null = element; at !== null && isElement(at); at = parentOf(at)) {
    const name = localNameOf(at);
    if (name === 'body' || name === 'html') return null;
    if (BLOCK_ELEMENTS.has(name)) return at;
  }
  return null;
}
