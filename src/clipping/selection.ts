import { CLIP_CAPS, MAX_PAGE_TEXT } from '../core/capture/clip-caps.ts';
import type { Clip } from '../core/capture/clip.ts';
import { BLOCK_ELEMENTS } from '../core/text/flow-elements.ts';
import { innerTextOf, isElement, localNameOf, parentOf } from '../dom/prototype-getters.ts';

export type SelectedText = Pick<Clip, 'selection' | 'before' | 'after' | 'isRepeated'> & {
  /** The element that holds the selection. */
  readonly container: Element | null;
};

/** The selected words with the text of their block around them; null if nothing is selected. */
export function readSelection(): SelectedText | null {
  const selection = globalThis.getSelection();
  if (selection === null || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  // What a reader sees of it: without scripts, with spaces where there are blocks.
  const text = selection.toString().slice(0, CLIP_CAPS.selection);
  if (text.trim() === '') return null;
  const common = range.commonAncestorContainer;
  const container = isElement(common) ? common : parentElement(common);
  const block = blockAround(common);
  return {
    selection: text,
    before: block === null ? '' : textUpTo(block, range).slice(-CLIP_CAPS.surroundings),
    after: block === null ? '' : textFrom(block, range).slice(0, CLIP_CAPS.surroundings),
    isRepeated: isRepeated(text),
    container,
  };
}

function blockAround(node: Node): Node | null {
  for (let at: Node | null = node; at !== null; at = parentOf(at)) {
    if (isElement(at) && BLOCK_ELEMENTS.has(localNameOf(at))) return at;
  }
  return null;
}

function textUpTo(block: Node, { startContainer, startOffset }: Range): string {
  const range = document.createRange();
  range.setStart(block, 0);
  range.setEnd(startContainer, startOffset);
  return range.toString();
}

function textFrom(block: Node, { endContainer, endOffset }: Range): string {
  const range = document.createRange();
  range.selectNodeContents(block);
  range.setStart(endContainer, endOffset);
  return range.toString();
}

/** Whether the same words stand in a second place, whatever their case: a link to them would go to the first. */
function isRepeated(text: string): boolean {
  const words = squeeze(text);
  const [body] = Document.prototype.querySelectorAll.call(document, 'body');
  if (!(body instanceof HTMLElement)) return false;
  const page = squeeze(innerTextOf(body).slice(0, MAX_PAGE_TEXT));
  const first = page.indexOf(words);
  return first >= 0 && page.includes(words, first + 1);
}

const squeeze = (text: string): string => text.replaceAll(/\s+/g, ' ').trim().toLowerCase();

const parentElement = (node: Node): Element | null => {
  const parent = parentOf(node);
  return parent !== null && isElement(parent) ? parent : null;
};
