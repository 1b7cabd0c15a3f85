import { isElement, shadowRootOf } from '../dom/prototype-getters.ts';
import type { TimeSlices } from './time-slices.ts';

/** How often, in elements, the clock is looked at. */
const ELEMENTS_BETWEEN_CLOCKS = 512;

/**
 * The open shadow roots of the elements below (and including) each root, nested ones too, in document order. To look at all
 * elements of a large page takes 13 ms, so it is done in time slices.
 */
export async function findShadowRoots(roots: readonly Node[], slices: TimeSlices): Promise<ShadowRoot[]> {
  const found: ShadowRoot[] = [];
  let seen = 0;
  for (const root of roots)
    for (const element of elementsOf(root)) {
      const shadow = shadowRootOf(element);
      if (shadow !== null) found.push(shadow, ...(await findShadowRoots([shadow], slices)));
      if (++seen % ELEMENTS_BETWEEN_CLOCKS === 0 && slices.isOver()) await slices.next();
    }
  return found;
}

function* elementsOf(root: Node): Generator<Element> {
  if (isElement(root)) yield root;
  const { prototype } = isElement(root) ? Element : root instanceof ShadowRoot ? DocumentFragment : Document;
  yield* prototype.querySelectorAll.call(root, '*');
}
