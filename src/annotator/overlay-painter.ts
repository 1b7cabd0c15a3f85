import { boxesOf } from './hit-test.ts';
import type { Mark } from './mark.ts';
import type { Painter } from './painter.ts';

const XHTML = 'http://www.w3.org/1999/xhtml';
const FLASH_MS = 1600;

/**
 * Draws lines under marks in a closed root of our own, for names whose highlights the page's scripts shall not read. They lie
 * below the boxes of the words: a line across one is what `IntersectionObserver` of a page could notice. Drawn anew in the
 * next frame whenever something scrolls or the window changes, so during a scroll the lines are a frame behind the text.
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
      ...shown.flatMap((mark) => boxesOf(mark).map((box) => createLine(box, origin, 'mark'))),
      ...(flashed === null ? [] : boxesOf(flashed).map((box) => createLine(box, origin, 'flash'))),
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
  document.addEventListener('scroll', schedule, { capture: true, passive: true, signal });
  window.addEventListener('resize', schedule, { passive: true, signal });
  signal.addEventListener('abort', () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
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
