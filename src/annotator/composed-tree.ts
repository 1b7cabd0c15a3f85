/** Through the prototype: the inputs of a form shadow its properties in Chromium. */
const parentNodeOf = (node: Node): Node | null =>
  Object.getOwnPropertyDescriptor(Node.prototype, 'parentNode')?.get?.call(node) as Node | null;

/** The parent as the tree is drawn: the slot that shows an element, and the host around a shadow root, count. */
export function parentElementOf(node: Node): Element | null {
  const slot = node instanceof Element || node instanceof Text ? node.assignedSlot : null;
  const parent = slot ?? parentNodeOf(node);
  if (parent instanceof ShadowRoot) return parent.host;
  return parent instanceof Element ? parent : null;
}
