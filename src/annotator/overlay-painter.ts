import { parentElementOf } from './composed-tree.ts';
import { boxesOf } from './hit-test.ts';
import type { Mark } from './mark.ts';
import type { Painter } from './painter.ts';
import { visiblePartOf } from './visible-part.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';
const FLASH_MS = 1600;

/** By so much the box of a line of text may reach out of a box that holds just that line. */
const CUT_SLACK_PX = 3;

/** What comes before text moves in a box that keeps its size. */
const MOVING_EVENTS = ['scroll', 'load', 'toggle', 'transitionend', 'animationend'];

/**
 * Draws lines under marks in a closed root of our own, for names whose highlights the page's scripts shall not read. They lie
 * below the boxes of the words: a line across one is what `IntersectionObserver` of a page could notice. Drawn anew in the
 * next frame whenever something scrolls or moves, so during a scroll the lines are a frame behind the text.
 */
export function createOverlayPainter(signal: AbortSignal): Painter {
  let host: HTMLElement | null = null;
  let canvas: ShadowRoot | null = null;
  let shown: readonly Mark[] = [];
  let flashed: Mark | null = null;
  let frame: number | undefined;

  const draw = (): void => {
    frame = undefined;
    if (shown.length === 0 && flashed === null) {
      host?.remove();
      return;
    }
    const root = (canvas ??= createCanvas());
    if (!root.host.isConnected) document.documentElement.append(root.host);
    // The host stands at the window's corner unless the page transforms its root; measured, it is right in both cases.
    const origin = root.host.getBoundingClientRect();
    const lines = [
      ...shown.flatMap((mark) => linesOf(mark, origin, 'mark')),
      ...(flashed === null ? [] : linesOf(flashed, origin, 'flash')),
    ];
    root.replaceChildren(root.firstChild ?? '', ...lines);
  };
  const schedule = (): void => {
    if (shown.length > 0 || flashed !== null) frame ??= requestAnimationFrame(draw);
  };
  const createCanvas = (): ShadowRoot => {
    host = document.createElementNS(XHTML, 'div');
    const root = host.attachShadow({ mode: 'closed' });
    const style = document.createElementNS(XHTML, 'style');
    style.textContent = STYLE;
    root.append(style);
    return root;
  };
  for (const type of MOVING_EVENTS) document.addEventListener(type, schedule, { capture: true, passive: true, signal });
  // What grows above pushes down what is below it.
  const growth = new ResizeObserver(schedule);
  growth.observe(document.documentElement);

  window.addEventListener('resize', schedule, { passive: true, signal });
  signal.addEventListener('abort', () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    growth.disconnect();
    host?.remove();
  });

  return {
    paint(marks) {
      if (marks.length === 0 && shown.length === 0) return;
      shown = marks;
      frame ??= requestAnimationFrame(draw);
    },
    flash(mark) {
      flashed = mark;
      setTimeout(() => {
        flashed = null;
        frame ??= requestAnimationFrame(draw);
      }, FLASH_MS);
      schedule();
    },
    clear() {
      shown = [];
      flashed = null;
      host?.remove();
    },
  };
}

function linesOf(mark: Mark, origin: DOMRect, kind: 'mark' | 'flash'): Element[] {
  const element = mark.pieces[0] === undefined ? null : parentElementOf(mark.pieces[0].node);
  if (element === null) return [];
  return boxesOf(mark).flatMap((box) => {
    const part = visiblePartOf(element, box);
    // Below words that are cut off at the foot a line would stand under other ones.
    if (part === null || (kind === 'mark' && part.bottom < box.bottom - CUT_SLACK_PX)) return [];
    return [createLine(part, origin, kind)];
  });
}

function createLine(box: DOMRect, origin: DOMRect, kind: 'mark' | 'flash'): Element {
  const line = document.createElementNS(XHTML, 'i');
  line.className = kind;
  const top = kind === 'mark' ? box.bottom : box.top;
  const height = kind === 'mark' ? 2 : box.height;
  line.style.cssText = `left:${box.left - origin.left}px;top:${top - origin.top}px;width:${box.width}px;height:${height}px`;
  return line;
}

const STYLE = `
:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; width: 0 !important;
  height: 0 !important; z-index: 2147483646 !important; pointer-events: none !important; }
i { position: absolute; }
.mark { border-bottom: 2px dotted #8a8f98; box-sizing: border-box; }
.flash { background: rgb(255 213 74 / 45%); border-radius: 2px; }
@media print { :host { display: none !important; } }
@media (forced-colors: active) { .mark { border-color: LinkText; } .flash { background: Highlight; } }
`;
