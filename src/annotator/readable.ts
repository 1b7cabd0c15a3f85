/** Text the user types or programs, under whatever name the popular editors give it. */
const EDITORS =
  '[contenteditable]:not([contenteditable="false" i]), [role="textbox"], .CodeMirror, .cm-editor, .monaco-editor, .ace_editor, .ProseMirror, .ql-editor';

/** Whether text in this node is shown to a reader and is not being edited. */
export function isReadable(node: Text): boolean {
  const element = node.parentElement;
  if (element === null) return node.parentNode instanceof ShadowRoot;
  if (node.ownerDocument.designMode === 'on' || Element.prototype.closest.call(element, EDITORS) !== null) return false;
  // Through the prototype: the inputs of a form shadow its properties in Chromium.
  return Element.prototype.checkVisibility.call(element, { opacityProperty: true, visibilityProperty: true });
}
