import { parentElementOf } from './composed-tree.ts';

/** The part of a box in `element` that is on the screen, in CSS pixels of the viewport; null where nothing of it is. */
export function visiblePartOf(element: Element, box: DOMRect): DOMRect | null {
  let { left, right, top, bottom } = box;
  for (let at: Element | null = element; at !== null; at = parentElementOf(at)) {
    // What the root has for an overflow is the viewport's.
    if (at === document.body || at === document.documentElement || !isClipping(at)) continue;
    const around = at.getBoundingClientRect();
    left = Math.max(left, around.left);
    right = Math.min(right, around.right);
    top = Math.max(top, around.top);
    bottom = Math.min(bottom, around.bottom);
  }
  if (left >= right || top >= bottom || isUnderBar(element, (left + right) / 2, (top + bottom) / 2)) return null;
  return new DOMRect(left, top, right - left, bottom - top);
}

const isClipping = (element: Element): boolean => {
  const { overflowX, overflowY } = getComputedStyle(element);
  return overflowX !== 'visible' || overflowY !== 'visible';
};

/**
 * Whether something that stays while the page scrolls lies over this point of the element: a bar, a banner. Other things over
 * text are often clear, as the link that covers a whole teaser.
 */
function isUnderBar(element: Element, x: number, y: number): boolean {
  for (let at = document.elementFromPoint(x, y); at !== null && !holds(at, element); at = parentElementOf(at))
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return true;
  return false;
}

/** Whether one is the other or around it, in the tree as it is drawn. */
function holds(outer: Element, inner: Element): boolean {
  for (let at: Element | null = inner; at !== null; at = parentElementOf(at)) if (at === outer) return true;
  return false;
}
