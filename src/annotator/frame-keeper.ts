import type { CardFrame } from './card-frame.ts';

/**
 * How long a frame waits for the next card. A page that is left with a frame of an extension in it is not kept in the
 * back/forward cache of Chromium, so a frame must not stand in the page for long.
 */
const SPARE_LIFE_MS = 10_000;

/** Keeps the frame of the last card for the next: to start a page of the extension costs more than all else about a card. */
export type FrameKeeper = {
  /** A frame inside `parent`: the kept one if it is there, otherwise a new one. */
  take(parent: Element): CardFrame;
  keep(frame: CardFrame): void;
  drop(): void;
};

export function createFrameKeeper(make: (parent: Element) => CardFrame): FrameKeeper {
  let spare: CardFrame | null = null;
  let waiting = new AbortController();
  const release = (): CardFrame | null => {
    const released = spare;
    waiting.abort();
    spare = null;
    return released;
  };
  const drop = (): void => release()?.remove();
  return {
    take(parent) {
      const kept = release();
      if (kept?.isIntact(parent) === true) return kept;
      kept?.remove();
      return make(parent);
    },
    keep(frame) {
      drop();
      spare = frame;
      frame.park();
      waiting = new AbortController();
      dropWhenLeaving(drop, waiting.signal);
    },
    drop,
  };
}

/** Whatever leads off the page begins with one of these: a press, a key, the pointer on its way to the toolbar, a swipe. */
function dropWhenLeaving(drop: () => void, signal: AbortSignal): void {
  const options = { capture: true, passive: true, signal };
  for (const type of ['pointerdown', 'keydown', 'pagehide']) window.addEventListener(type, drop, options);
  document.addEventListener('mouseleave', drop, { signal });
  document.addEventListener('visibilitychange', drop, { signal });
  window.addEventListener('wheel', ({ deltaX, deltaY }) => Math.abs(deltaX) > Math.abs(deltaY) && drop(), options);
  const limit = setTimeout(drop, SPARE_LIFE_MS);
  signal.addEventListener('abort', () => clearTimeout(limit));
}
