import { boxesOf } from './hit-test.ts';
import { byPlace } from './mark-density.ts';
import type { Mark } from './mark.ts';

/**
 * The mark a reader at the keyboard means: the one at the text cursor, else one inside what has the focus, else the last one
 * jumped to if it is still on the screen, else the first on the screen.
 */
export function markForKeyboard(marks: readonly Mark[], last: Mark | null): Mark | null {
  const ordered = marks.toSorted(byPlace);
  const atCursor = ordered.find(isAtCursor);
  if (atCursor !== undefined) return atCursor;
  const focused = document.activeElement;
  if (focused !== null && focused !== document.body) {
    const inside = ordered.find(({ pieces }) => pieces.some(({ node }) => focused.contains(node)));
    if (inside !== undefined) return inside;
  }
  if (last !== null && marks.includes(last) && isOnScreen(last)) return last;
  return ordered.find(isOnScreen) ?? null;
}

/** Whether the keyboard is in this very frame, and not in one inside it. */
export const hasKeyboard = (): boolean =>
  document.hasFocus() &&
  !(document.activeElement instanceof HTMLIFrameElement) &&
  !(document.activeElement instanceof HTMLFrameElement);

function isAtCursor({ pieces }: Mark): boolean {
  const selection = document.getSelection();
  if (selection === null || selection.rangeCount === 0) return false;
  const { focusNode, focusOffset } = selection;
  return pieces.some(({ node, start, end }) => node === focusNode && focusOffset >= start && focusOffset <= end);
}

const isOnScreen = (mark: Mark): boolean =>
  boxesOf(mark).some(({ top, bottom }) => bottom > 0 && top < window.innerHeight);
