import { hasNoBox, parentElementOf } from './composed-tree.ts';
import { createDrawnTest } from './drawn.ts';

/** Text the user types or programs, under whatever name the popular editors give it. */
const EDITORS =
  '[contenteditable]:not([contenteditable="false" i]), [role="textbox"], .CodeMirror, .cm-editor, .monaco-editor, .ace_editor, .ProseMirror, .ql-editor';

/** Says whether text in a node is shown to a reader and is not being edited. */
export type ReadableTest = (node: Text) => boolean;

/** A test for one look at the page; what it learns it remembers only that long. */
export const createReadableTest = (): ReadableTest => createTest(createDrawnTest());

/** A coarser test that leaves out how text is drawn: for pages with thousands of names. */
export const createDisplayedTest = (): ReadableTest => createTest(() => true);

function createTest(isDrawn: (element: Element) => boolean): ReadableTest {
  const known = new Map<Element, boolean>();
  const test = (element: Element): boolean => {
    if (hasNoBox(element)) {
      const parent = parentElementOf(element);
      return parent !== null && test(parent);
    }
    return (
      !isInEditor(element) &&
      // Through the prototype: the inputs of a form shadow its properties in Chromium.
      // What the page has skipped for now is asked nothing more: to measure it would have it drawn.
      Element.prototype.checkVisibility.call(element, VISIBLE) &&
      isDrawn(element)
    );
  };
  return (node) => {
    if (node.ownerDocument.designMode === 'on') return false;
    const element = node.parentElement ?? (node.parentNode instanceof ShadowRoot ? node.parentNode.host : null);
    if (element === null || isReplacedFallback(element)) return false;
    const readable = known.get(element) ?? test(element);
    known.set(element, readable);
    return readable;
  };
}

/** Text that stands in a slot shows only as long as nothing else is put there. */
const isReplacedFallback = (element: Element): boolean =>
  element instanceof HTMLSlotElement && element.assignedNodes().length > 0;

const VISIBLE = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };

/** An editor may hold shadow roots, or be built of them. */
function isInEditor(element: Element): boolean {
  if (Element.prototype.closest.call(element, EDITORS) !== null) return true;
  const root: Node = Node.prototype.getRootNode.call(element);
  return root instanceof ShadowRoot && isInEditor(root.host);
}
