import { isElement, shadowRootOf } from '../dom/prototype-getters.ts';

/** The open shadow roots of the elements below (and including) `root`, nested ones too, in document order. */
export function findShadowRoots(root: Node): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  collect(root, roots);
  return roots;
}

function collect(root: Node, roots: ShadowRoot[]): void {
  if (isElement(root)) visit(root, roots);
  for (const element of allBelow(root)) visit(element, roots);
}

function visit(element: Element, roots: ShadowRoot[]): void {
  const shadow = shadowRootOf(element);
  if (shadow === null) return;
  roots.push(shadow);
  collect(shadow, roots);
}

function allBelow(root: Node): Iterable<Element> {
  const { prototype } = isElement(root) ? Element : root instanceof ShadowRoot ? DocumentFragment : Document;
  return prototype.querySelectorAll.call(root, '*');
}
