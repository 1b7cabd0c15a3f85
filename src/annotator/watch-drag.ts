import type { DragStep } from '../core/card/drag.ts';

/** Tells of the pointer on the page itself until it is let go: Chromium gives it some of the moves of a drag that began in a frame. */
export function watchDrag(tell: (step: DragStep) => void, signal: AbortSignal): void {
  const over = new AbortController();
  const options = { capture: true, passive: true, signal: AbortSignal.any([signal, over.signal]) };
  const hear = ({ isTrusted, type, buttons, screenX, screenY }: PointerEvent): void => {
    if (!isTrusted) return;
    const isUp = type === 'pointerup';
    if (isUp || buttons === 0) over.abort();
    // A move without a button belongs to no drag: it was let go elsewhere.
    if (isUp || buttons !== 0) tell({ phase: isUp ? 'dropped' : 'dragged', screenX, screenY });
  };
  window.addEventListener('pointermove', hear, options);
  window.addEventListener('pointerup', hear, options);
}
