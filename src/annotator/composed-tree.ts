import { assignedSlotOf, isElement, localNameOf, parentOf } from '../dom/prototype-getters.ts';

/** The parent as the tree is drawn: the slot that shows an element, and the host around a shadow root, count. */
export function parentElementOf(node: Node): Element | null {
  const slot = isElement(node) ? assignedSlotOf(node) : null;
  const parent = slot ?? parentOf(node);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}

/**
 * Whether an element is drawn without a box of its own (`display: contents`); one that is not displayed at all would have a box
 * if it were. Content that the page has skipped is not asked for its style: in Chromium its size, read by the page next, would
 * then be wrong once.
 */
export function hasNoBox(element: Element): boolean {
  if (isDisplayed(element) || isSkipped(element)) return false;
  return getComputedStyle(element).display === 'contents';
}

const isDisplayed = (element: Element): boolean => Element.prototype.checkVisibility.call(element);

/** Whether the element is in a closed `<details>` or in something else that skips its content. */
function isSkipped(element: Element): boolean {
  for (let at: Element | null = element; at !== null; at = parentElementOf(at))
    if (isDisplayed(at)) return localNameOf(at) === 'details' || getComputedStyle(at).contentVisibility === 'hidden';
  return false;
}
