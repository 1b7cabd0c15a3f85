import * as v from 'valibot';
import {
  CARD_HELLO,
  cardSignalSchema,
  type CardHello,
  type CardOrder,
  type CardSignal,
} from '../messaging/card-port.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';
const WIDTH_PX = 368;
/** Gap between the word and the card, and between the card and the edge of the window. */
export const GAP_PX = 8;

/** The card page's addresses. */
export type CardAddress = {
  readonly cardUrl: string;
  /** Where it really lives: Chromium serves it under an address that changes with every session. */
  readonly cardOrigin: string;
};

/** In CSS pixels of the window. */
export type FramePlace = { readonly x: number; readonly y: number; readonly height: number; readonly shown: boolean };

export const OUT_OF_SIGHT: FramePlace = { x: 0, y: 0, height: 0, shown: false };

/** The card page in a frame, in a closed root, in the top layer. It shows one card after another. */
export type CardFrame = {
  readonly host: HTMLElement;
  /** Takes it into the top layer, above what came there before. */
  raise(): void;
  place(at: FramePlace): void;
  /** Has the card of a ticket shown as soon as the page listens. `hear` gets what the page says of this card until `signal` aborts. */
  show(card: Omit<CardHello, 'type'>, name: string, hear: (said: CardSignal) => void, signal: AbortSignal): void;
  focus(): void;
  /** Empties the page and takes it out of sight until it is raised again. */
  park(): void;
  /**
   * Whether it still stands where it was made, with the page that was first loaded into it. In Firefox a frame that has lain in
   * the back/forward cache does not answer any more.
   */
  isIntact(parent: Element): boolean;
  remove(): void;
};

export function createCardFrame(parent: Element, { cardUrl, cardOrigin }: CardAddress): CardFrame {
  const host = document.createElementNS(XHTML, 'div') as HTMLDivElement;
  const root = host.attachShadow({ mode: 'closed' });
  const style = document.createElementNS(XHTML, 'style');
  const frame = document.createElementNS(XHTML, 'iframe') as HTMLIFrameElement;
  const loaded = Promise.withResolvers<void>();
  const removal = new AbortController();
  let loads = 0;
  let wasLeft = false;
  let port: MessagePort | undefined;
  const place = (at: FramePlace): void => {
    style.textContent = hostStyle(at);
  };

  place(OUT_OF_SIGHT);
  frame.addEventListener('load', () => {
    loads++;
    loaded.resolve();
  });
  const noteLeaving = (): void => {
    wasLeft = true;
  };
  window.addEventListener('pagehide', noteLeaving, { signal: removal.signal });
  // The card copies what the reader asks it to.
  frame.allow = 'clipboard-write';
  frame.src = cardUrl;
  root.append(style, frame);
  host.popover = 'manual';
  parent.append(host);

  return {
    host,
    raise: () => host.showPopover(),
    place,
    show(card, name, hear, signal) {
      frame.title = name;
      void loaded.promise.then(() => {
        if (signal.aborted || frame.contentWindow === null) return;
        // A port of its own: what the page still says of the card before goes nowhere.
        port?.close();
        const channel = new MessageChannel();
        port = channel.port1;
        port.addEventListener('message', ({ data }: MessageEvent) => {
          const said = v.safeParse(cardSignalSchema, data);
          if (said.success && !signal.aborted) hear(said.output);
        });
        port.start();
        const hello: CardHello = { type: CARD_HELLO, ...card };
        frame.contentWindow.postMessage(hello, cardOrigin, [channel.port2]);
      });
    },
    focus: () => frame.focus({ preventScroll: true }),
    park() {
      const order: CardOrder = { type: 'park' };
      port?.postMessage(order);
      place(OUT_OF_SIGHT);
      host.hidePopover();
    },
    isIntact: (wanted) => host.parentNode === wanted && host.isConnected && loads <= 1 && !wasLeft,
    remove() {
      removal.abort();
      port?.close();
      host.remove();
    },
  };
}

/**
 * `!important` inside the root wins over whatever the page says about our element. Out of sight it is invisible, not undisplayed:
 * a frame without a box has to be laid out anew.
 */
const hostStyle = ({ x, y, height, shown }: FramePlace): string => `
:host {
  all: initial !important;
  position: fixed !important;
  inset: auto !important;
  left: ${Math.round(x)}px !important;
  top: ${Math.round(y)}px !important;
  width: min(${WIDTH_PX}px, calc(100vw - ${2 * GAP_PX}px)) !important;
  height: ${Math.round(height)}px !important;
  margin: 0 !important;
  padding: 0 !important;
  border: 0 !important;
  overflow: hidden !important;
  border-radius: 12px !important;
  background: transparent !important;
  box-shadow: 0 0 0 1px rgb(0 0 0 / 10%), 0 2px 6px rgb(0 0 0 / 10%), 0 12px 32px rgb(0 0 0 / 18%) !important;
  opacity: ${shown ? 1 : 0} !important;
  pointer-events: ${shown ? 'auto' : 'none'} !important;
}
iframe { display: block; width: 100%; height: 100%; border: 0; border-radius: 12px; color-scheme: light dark; }
@media print { :host { display: none !important; } }
`;
