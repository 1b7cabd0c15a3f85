import { computePosition, flip, inline, offset, shift, size, type Platform } from '@floating-ui/core';
import type { Point } from '../core/card/safe-polygon.ts';
import { GAP_PX } from './card-frame.ts';
import { boxesOf } from './hit-test.ts';
import { rangeOf, type Mark } from './mark.ts';

/**
 * Below the word if there is room, above if there is more, never over it, and at the line the pointer is on. `onRoom` hears
 * how much height there is. Null if the word is on the page no longer.
 */
export async function placeBeside(
  mark: Mark,
  at: Point,
  host: HTMLElement,
  onRoom: (height: number) => void,
): Promise<Point | null> {
  const range = rangeOf(mark);
  if (range === null || boxesOf(mark).length === 0) return null;
  const { x, y } = await computePosition(range, host, {
    platform,
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

type Boxed = Pick<Range, 'getBoundingClientRect' | 'getClientRects'>;

/**
 * A card is fixed, in the top layer: no element of the page clips or moves it, all is in CSS pixels of the window. So it needs
 * nothing of what `@floating-ui/dom` brings for other cases, a fifth of the annotator.
 */
const platform: Platform = {
  getElementRects: ({ reference, floating }: { reference: Boxed; floating: HTMLElement }) => ({
    reference: plain(reference.getBoundingClientRect()),
    floating: { x: 0, y: 0, ...sizeOf(floating) },
  }),
  getClientRects: (element: Boxed) => Array.from(element.getClientRects()),
  getDimensions: sizeOf,
  getClippingRect: windowBox,
  isRTL: (element: HTMLElement) => getComputedStyle(element).direction === 'rtl',
};

/** A `DOMRect` has its numbers in getters, which are lost where it is spread. */
function plain({ x, y, width, height }: DOMRect) {
  return { x, y, width, height };
}

function sizeOf({ offsetWidth: width, offsetHeight: height }: HTMLElement) {
  return { width, height };
}

/** What is seen of the window, which is less of it where it is pinched large. */
function windowBox() {
  const { clientWidth, clientHeight } = document.documentElement;
  const {
    offsetLeft: x,
    offsetTop: y,
    width,
    height,
  } = visualViewport ?? {
    offsetLeft: 0,
    offsetTop: 0,
    width: clientWidth,
    height: clientHeight,
  };
  return { x, y, width, height };
}
