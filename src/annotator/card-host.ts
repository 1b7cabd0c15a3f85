import { createDrag } from '../core/card/drag.ts';
import { isLightText } from '../core/card/light-text.ts';
import type { Box, Point } from '../core/card/safe-polygon.ts';
import type { CardSignal } from '../messaging/card-port.ts';
import { GAP_PX, OUT_OF_SIGHT, type FramePlace } from './card-frame.ts';
import type { FrameKeeper } from './frame-keeper.ts';
import type { Mark } from './mark.ts';
import { placeBeside } from './place-beside.ts';
import { watchDrag } from './watch-drag.ts';

const MAX_HEIGHT_PX = 460;
/** A lower card would show nothing; in windows that small it may cover the word. */
const MIN_HEIGHT_PX = 120;
/** What of a dragged card must stay in the window to be dragged back. */
const GRIP_PX = 48;
/** A card that has not drawn itself by then, when its ticket is void, is taken away rather than left as an empty box. */
const LOAD_LIMIT_MS = 10_000;

export type CardHostPorts = {
  readonly frames: FrameKeeper;
  /** The pointer came over the card, or left it. */
  readonly onPointer: (over: boolean) => void;
  readonly onDismissed: () => void;
  /** The reader pinned it: from now on it stays until the reader closes it. */
  readonly onPinned: () => void;
};

/** One open card: a frame beside its mark, until it is closed. */
export type CardHost = {
  /** The ticket by which the card may read its facts; null if there is nothing to show. */
  deliver(ticket: string | null): void;
  box(): Box | null;
  /** Gives the card the keyboard as soon as it shows; whatever had it gets it back when the card closes. */
  focus(): void;
  /** With `isPassing` the pointer only went on, and the frame may serve the next card. */
  close(isPassing: boolean): void;
};

export function openCardHost(mark: Mark, at: Point, ports: CardHostPorts): CardHost {
  const around = mark.pieces[0]?.node.parentElement ?? null;
  const isOnDark = around !== null && isLightText(getComputedStyle(around).color);
  // All outside an open modal dialog is inert, so a card for a name inside it has to be inside too.
  const frame = ports.frames.take(around?.closest('dialog:modal') ?? document.documentElement);
  frame.raise();
  const abort = new AbortController();
  const { signal } = abort;
  let place = OUT_OF_SIGHT;
  let returnTo: HTMLElement | null = null;
  let wantsFocus = false;
  let isPinned = false;

  const moveTo = (next: Partial<FramePlace>): void => {
    place = { ...place, ...next };
    frame.place(place);
  };
  const close = (isPassing: boolean): void => {
    abort.abort();
    if (isPassing && !isPinned && returnTo === null) return ports.frames.keep(frame);
    if (returnTo !== null) {
      // Before the frame goes: Chromium would leave the keyboard with nobody.
      window.focus();
      returnTo.focus({ preventScroll: true });
    }
    frame.remove();
  };
  const takeFocus = (): void => {
    if (!wantsFocus || !place.shown) return;
    wantsFocus = false;
    frame.focus();
  };
  const resize = async (height: number): Promise<void> => {
    const wanted = Math.min(height, MAX_HEIGHT_PX);
    if (isPinned) return moveTo({ height: Math.min(wanted, innerHeight - 2 * GAP_PX) });
    moveTo({ height: wanted });
    const position = await placeBeside(mark, at, frame.host, (room) =>
      moveTo({ height: Math.max(MIN_HEIGHT_PX, Math.min(wanted, room)) }),
    );
    if (signal.aborted || position === null) return;
    moveTo({ ...position, shown: true });
    takeFocus();
  };
  const move = (byX: number, byY: number): void => {
    const { width } = frame.host.getBoundingClientRect();
    const [mostX, mostY] = [innerWidth - width - GAP_PX, innerHeight - GRIP_PX];
    moveTo({
      x: Math.max(GAP_PX, Math.min(mostX, place.x + byX)),
      y: Math.max(GAP_PX, Math.min(mostY, place.y + byY)),
    });
  };
  const drag = createDrag(move);
  const hear = (said: CardSignal): void => {
    switch (said.type) {
      case 'resized':
        void resize(said.height);
        break;
      case 'pointer':
        ports.onPointer(said.over);
        break;
      case 'dismissed':
        ports.onDismissed();
        break;
      case 'pinned':
        isPinned = true;
        ports.onPinned();
        break;
      case 'moved':
        move(said.byX, said.byY);
        break;
      case 'dragged':
        if (said.step.phase === 'grabbed') watchDrag(drag, signal);
        drag(said.step);
    }
  };
  const limit = setTimeout(() => {
    if (!place.shown) ports.onDismissed();
  }, LOAD_LIMIT_MS);
  signal.addEventListener('abort', () => clearTimeout(limit));

  return {
    deliver(ticket) {
      if (ticket !== null && !signal.aborted) frame.show({ ticket, isOnDark }, mark.mention.name, hear, signal);
    },
    focus() {
      returnTo = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      wantsFocus = true;
      takeFocus();
    },
    box: () => (place.shown ? frame.host.getBoundingClientRect() : null),
    close,
  };
}
