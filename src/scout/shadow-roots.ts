/** The open shadow roots of the elements below (and including) `root`, nested ones too, in document order. */
export function findShadowRoots(root: Node): ShadowRoot[] {
  const roots: ShadowRoot[] = [];
  collect(root, roots);
  return roots;
}

function collect(root: Node, roots: ShadowRoot[]): void {
  if (root.nodeType === Node.ELEMENT_NODE) visit(root as Element, roots);
  for (const element of (root as ParentNode).querySelectorAll('*')) visit(element, roots);
}

function visit(element: Element, roots: ShadowRoot[]): void {
  const shadow = element.shadowRoot;
  if (shadow === null) return;
  roots.push(shadow);
  collect(shadow, roots);
}
