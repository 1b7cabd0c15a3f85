import { isElement, shadowRootOf } from '../dom/prototype-getters.ts';
import type { TimeSlices } from '../dom/time-slices.ts';

/** How often, in elements, the clock is looked at. */
const ELEMENTS_BETWEEN_CLOCKS = 512;

/**
 * The open shadow roots of the elements below (and including) each root, nested ones too, in document order. To look at all
 * elements of a large page takes 13 ms, so it is done in time slices.
 */
export async function findShadowRoots(roots: readonly Node[], slices: TimeSlices): Promise<ShadowRoot[]> {
  const found: ShadowRoot[] = [];
  for (const root of roots) {
    const elements = elementsBelow(root);
    for (let at = isElement(root) ? -1 : 0; at < elements.length; at++) {
      const element = at < 0 ? (root as Element) : elements[at];
      const shadow = element === undefined ? null : shadowRootOf(element);
      if (shadow !== null) found.push(shadow, ...(await findShadowRoots([shadow], slices)));
      if (at % ELEMENTS_BETWEEN_CLOCKS === 0 && slices.isOver()) await slices.next();
    }
  }
  return found;
}

function elementsBelow(root: Node): NodeListOf<Element> {
  const { prototype } = isElement(root) ? Element : root instanceof ShadowRoot ? DocumentFragment : Document;
  return prototype.querySelectorAll.call(root, '*');
}
