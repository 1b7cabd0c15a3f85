import { computePosition, flip, inline, offset, shift, size } from '@floating-ui/dom';
import * as v from 'valibot';
import { isLightText } from '../core/card/light-text.ts';
import type { Box, Point } from '../core/card/safe-polygon.ts';
import { CARD_HELLO, cardSignalSchema, type CardHello, type CardSignal } from '../messaging/card-port.ts';
import { boxesOf } from './hit-test.ts';
import { rangeOf, type Mark } from './mark.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';
const WIDTH_PX = 368;
const MAX_HEIGHT_PX = 460;
/** A lower card would show nothing; in windows that small it may cover the word. */
const MIN_HEIGHT_PX = 120;
/** Gap between the word and the card, and between the card and the edge of the window. */
const GAP_PX = 8;
/** What of a dragged card must stay in the window to be dragged back. */
const GRIP_PX = 48;
/** A card that has not drawn itself by then, when its ticket is void, is taken away rather than left as an empty box. */
const LOAD_LIMIT_MS = 10_000;

export type CardHostPorts = {
  readonly cardUrl: string;
  /** Where the card's page really lives: Chromium serves it under an address that changes with every session. */
  readonly cardOrigin: string;
  /** The pointer came over the card, or left it. */
  readonly onPointer: (over: boolean) => void;
  readonly onDismissed: () => void;
  /** The reader pinned it: from now on it stays until the reader closes it. */
  readonly onPinned: () => void;
};

/** One open card: an extension page in a frame, in a closed root, in the top layer. Made for a mark, gone when closed. */
export type CardHost = {
  /** The ticket by which the card may read its facts; null if there is nothing to show. */
  deliver(ticket: string | null): void;
  box(): Box | null;
  /** Gives the card the keyboard as soon as it shows; whatever had it gets it back when the card closes. */
  focus(): void;
  close(): void;
};

export function openCardHost(mark: Mark, at: Point, ports: CardHostPorts): CardHost {
  const host = document.createElementNS(XHTML, 'div') as HTMLDivElement;
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElementNS(XHTML, 'style');
  const frame = document.createElementNS(XHTML, 'iframe') as HTMLIFrameElement;
  const abort = new AbortController();
  const { signal } = abort;
  const ticket = Promise.withResolvers<string | null>();
  let place = { x: 0, y: 0, height: 0, shown: false };
  const around = mark.pieces[0]?.node.parentElement ?? null;
  const isOnDark = around !== null && isLightText(getComputedStyle(around).color);

  const draw = (): void => {
    style.textContent = hostStyle(place);
  };
  let returnTo: HTMLElement | null = null;
  let wantsFocus = false;
  let isPinned = false;
  const close = (): void => {
    abort.abort();
    if (returnTo !== null) {
      // Before the frame goes: Chromium would leave the keyboard with nobody.
      window.focus();
      returnTo.focus({ preventScroll: true });
    }
    host.remove();
  };
  const takeFocus = (): void => {
    if (!wantsFocus || !place.shown) return;
    wantsFocus = false;
    frame.focus({ preventScroll: true });
  };
  const resize = async (height: number): Promise<void> => {
    const setHeight = (pixels: number): void => {
      place = { ...place, height: pixels };
      draw();
    };
    const wanted = Math.min(height, MAX_HEIGHT_PX);
    if (isPinned) return setHeight(Math.min(wanted, innerHeight - 2 * GAP_PX));
    setHeight(wanted);
    const position = await placeBeside(mark, at, host, (room) =>
      setHeight(Math.max(MIN_HEIGHT_PX, Math.min(wanted, room))),
    );
    if (signal.aborted || position === null) return;
    place = { ...place, ...position, shown: true };
    draw();
    takeFocus();
  };
  const move = (byX: number, byY: number): void => {
    const { width } = host.getBoundingClientRect();
    const [mostX, mostY] = [innerWidth - width - GAP_PX, innerHeight - GRIP_PX];
    const x = Math.max(GAP_PX, Math.min(mostX, place.x + byX));
    const y = Math.max(GAP_PX, Math.min(mostY, place.y + byY));
    place = { ...place, x, y };
    draw();
  };
  const hear = (message: CardSignal): void => {
    switch (message.type) {
      case 'resized':
        void resize(message.height);
        break;
      case 'pointer':
        ports.onPointer(message.over);
        break;
      case 'dismissed':
        ports.onDismissed();
        break;
      case 'pinned':
        isPinned = true;
        ports.onPinned();
        break;
      case 'moved':
        move(message.byX, message.byY);
    }
  };
  const greet = async (): Promise<void> => {
    const granted = await ticket.promise;
    const card = frame.contentWindow;
    if (signal.aborted || granted === null || card === null) return;
    const channel = new MessageChannel();
    channel.port1.addEventListener('message', (event: MessageEvent) => {
      const message = v.safeParse(cardSignalSchema, event.data);
      if (!message.success || signal.aborted) return;
      hear(message.output);
    });
    channel.port1.start();
    signal.addEventListener('abort', () => channel.port1.close());
    const hello: CardHello = { type: CARD_HELLO, ticket: granted, isOnDark };
    card.postMessage(hello, ports.cardOrigin, [channel.port2]);
  };

  draw();
  frame.title = mark.mention.name;
  frame.addEventListener('load', () => void greet(), { once: true, signal });
  // The card copies what the reader asks it to.
  frame.allow = 'clipboard-write';
  frame.src = ports.cardUrl;
  root.append(style, frame);
  host.popover = 'manual';
  // All outside an open modal dialog is inert, so a card for a name inside it has to be inside too.
  const dialog = around?.closest('dialog:modal');
  (dialog ?? document.documentElement).append(host);
  host.showPopover();
  const limit = setTimeout(() => {
    if (!place.shown) ports.onDismissed();
  }, LOAD_LIMIT_MS);
  signal.addEventListener('abort', () => clearTimeout(limit));

  return {
    deliver: ticket.resolve,
    focus() {
      returnTo = document.activeElement instanceof HTMLElement ? document.activeElement : null;
      wantsFocus = true;
      takeFocus();
    },
    box: () => (place.shown ? host.getBoundingClientRect() : null),
    close,
  };
}

/**
 * Below the word if there is room, above if there is more, never over it, and at the line the pointer is on. `onRoom` hears
 * how much height there is.
 */
async function placeBeside(
  mark: Mark,
  at: Point,
  host: HTMLElement,
  onRoom: (height: number) => void,
): Promise<Point | null> {
  const range = rangeOf(mark);
  if (range === null || boxesOf(mark).length === 0) return null;
  const reference = {
    getBoundingClientRect: () => range.getBoundingClientRect(),
    getClientRects: () => range.getClientRects(),
  };
  const { x, y } = await computePosition(reference, host, {
    strategy: 'fixed',
    placement: 'bottom-start',
    middleware: [
      inline(at),
      offset(GAP_PX),
      flip({ padding: GAP_PX, crossAxis: false }),
      shift({ padding: GAP_PX }),
      size({ padding: GAP_PX, apply: ({ availableHeight }) => onRoom(availableHeight) }),
    ],
  });
  return { x, y };
}

/** `!important` inside the root wins over whatever the page says about our element. */
const hostStyle = (place: { x: number; y: number; height: number; shown: boolean }): string => `
:host {
  all: initial !important;
  position: fixed !important;
  inset: auto !important;
  left: ${Math.round(place.x)}px !important;
  top: ${Math.round(place.y)}px !important;
  width: min(${WIDTH_PX}px, calc(100vw - ${2 * GAP_PX}px)) !important;
  height: ${Math.round(place.height)}px !important;
  margin: 0 !important;
  padding: 0 !important;
  border: 0 !important;
  overflow: hidden !important;
  border-radius: 12px !important;
  background: transparent !important;
  box-shadow: 0 0 0 1px rgb(0 0 0 / 10%), 0 2px 6px rgb(0 0 0 / 10%), 0 12px 32px rgb(0 0 0 / 18%) !important;
  opacity: ${place.shown ? 1 : 0} !important;
  pointer-events: ${place.shown ? 'auto' : 'none'} !important;
}
iframe { display: block; width: 100%; height: 100%; border: 0; border-radius: 12px; color-scheme: light dark; }
@media print { :host { display: none !important; } }
`;
