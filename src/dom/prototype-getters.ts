/**
 * DOM getters taken from their prototypes once. In Chromium a form's inputs shadow its properties even for content scripts
 * (`<input name="parentNode">` makes `form.parentNode` that input), but the prototypes of our world are our own.
 */
export const parentOf = getter(() => Node.prototype, 'parentNode');
export const nodeTypeOf = getter(() => Node.prototype, 'nodeType');
export const firstChildOf = getter(() => Node.prototype, 'firstChild');
export const nextSiblingOf = getter(() => Node.prototype, 'nextSibling');
export const textContentOf = getter(() => Node.prototype, 'textContent');
export const innerTextOf = getter(() => HTMLElement.prototype, 'innerText');
export const isConnected = getter(() => Node.prototype, 'isConnected');
export const ownerDocumentOf = getter(() => Node.prototype, 'ownerDocument');
export const localNameOf = getter(() => Element.prototype, 'localName');
export const assignedSlotOf = getter(() => Element.prototype, 'assignedSlot');
export const shadowRootOf = getter(() => Element.prototype, 'shadowRoot');

export const contains = (outer: Node, inner: Node): boolean => Node.prototype.contains.call(outer, inner);

export const documentOf = (node: Node): Document => ownerDocumentOf(node) ?? (node as Document);

export const isElement = (node: Node): node is Element => nodeTypeOf(node) === 1;

/** Looked up at the first use: the build loads this file in Node, where there is no DOM. */
function getter<T extends object, K extends keyof T>(prototype: () => T, name: K): (owner: T) => T[K] {
  let get: ((this: T) => T[K]) | undefined;
  return (owner) => {
    get ??= Object.getOwnPropertyDescriptor(prototype(), name)?.get as (this: T) => T[K];
    return get.call(owner);
  };
}
