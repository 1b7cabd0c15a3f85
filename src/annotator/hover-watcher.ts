import { IDLE, reduceHover, type HoverEvent, type HoverState } from '../core/card/hover-reducer.ts';
import { isOnTheWay, type Box, type Point } from '../core/card/safe-polygon.ts';
import { boxesOf } from './hit-test.ts';
import type { CardTrigger } from '../core/model/settings.ts';
import type { Mark } from './mark.ts';

/** What has a meaning of its own when it is clicked or tapped. */
const INTERACTIVE =
  'a[href], area[href], button, input, select, textarea, summary, label, [role="button"], [role="link"]';

/** How long after a key in a text field resting opens nothing: the hand is on its way back. */
const TYPING_MS = 1000;

/** How long after a card was opened by key scrolling does not close it. */
const SETTLE_MS = 500;

export type HoverPorts = {
  readonly trigger: () => CardTrigger;
  readonly markAt: (point: Point) => Mark | null;
  readonly open: (mark: Mark, at: Point) => void;
  readonly close: (isPassing: boolean) => void;
  /** Puts the keyboard into the open card. */
  readonly focus: () => void;
  /** Where the card is, or null while none is shown. */
  readonly cardBox: () => Box | null;
};

export type HoverWatcher = {
  /** The card says that the pointer came over it, or left it. */
  pointerOverCard(over: boolean): void;
  dismiss(): void;
  /** Opens the card of a mark by key, and keeps it until it is dismissed. */
  hold(mark: Mark): void;
  /** The open card is no longer this watcher's. */
  release(): void;
};

/** Turns real pointer and key events into the opening and closing of cards. Synthetic events of the page do not count. */
export function watchHover(ports: HoverPorts, signal: AbortSignal): HoverWatcher {
  let state: HoverState<Mark> = IDLE;
  let token = 0;
  let point: Point = { x: -1, y: -1 };
  let left: Point | null = null;
  let overCard = false;
  let hasModifier = false;
  let heldAt = -Infinity;
  let typedAt = -Infinity;
  let frame: number | undefined;

  const dispatch = (event: HoverEvent<Mark>): void => {
    const step = reduceHover(state, event, ++token);
    state = step.state;
    for (const effect of step.effects) {
      if (effect.type === 'wait') setTimeout(() => endWait(effect.token), effect.ms);
      else if (effect.type === 'open') ports.open(effect.mark, point);
      else {
        left = null;
        overCard = false;
        ports.close(effect.isPassing);
      }
    }
  };
  const endWait = (waited: number): void => {
    if (signal.aborted) return;
    const wasLeaving = state.phase === 'leaving';
    dispatch({ type: 'waited', token: waited });
    // The pointer may have come to rest on another mark on its way to the card, and rests there without a further event.
    if (wasLeaving && ports.cardBox() === null) look();
  };
  /** With the modifier alone, or by click, a pointer that merely rests opens nothing; an open card is still kept by it. */
  const opensOnRest = (): boolean => ports.trigger() === 'hover' || (ports.trigger() === 'modifier' && hasModifier);
  const look = (): void => {
    // The frame may come after the pointer has reached the card, and then speaks of where it was before.
    if (overCard) return;
    const mark = ports.markAt(point);
    const card = ports.cardBox();
    if (card === null || left === null) left = null;
    if (card !== null && left !== null && isOnTheWay(left, point, card)) {
      dispatch({ type: 'pointer-over-card' });
      dispatch({ type: 'pointer-off-marks' });
      return;
    }
    if (mark === null) dispatch({ type: 'pointer-off-marks' });
    else if (card !== null || (opensOnRest() && performance.now() - typedAt > TYPING_MS && !isSelected(mark))) {
      dispatch({ type: 'pointer-over-mark', mark });
      left = point;
    }
  };
  const onMove = (event: PointerEvent): void => {
    if (!event.isTrusted || event.pointerType === 'touch') return;
    // Browsers repeat the last move when the page shifts under a resting pointer: that is no hover.
    if (event.clientX === point.x && event.clientY === point.y) return;
    point = { x: event.clientX, y: event.clientY };
    hasModifier = event.shiftKey;
    // The card's frame gets its moves itself: one that comes here is outside it.
    overCard = false;
    if (event.buttons !== 0) return dispatch({ type: 'dismissed' });
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      look();
    });
  };
  const onKey = (event: KeyboardEvent): void => {
    if (!event.isTrusted) return;
    if (event.key === 'Shift' && ports.trigger() === 'modifier') {
      hasModifier = true;
      return look();
    }
    const isTyping = isEditable(event.composedPath()[0]);
    if (isTyping) typedAt = event.timeStamp;
    if (event.key === 'Escape' || isTyping || state.phase === 'dwelling') dispatch({ type: 'dismissed' });
  };
  const onScroll = (event: Event): void => {
    if (!event.isTrusted || state.phase === 'idle') return;
    // The page has just been scrolled to the word; browsers tell of that a frame later, or many on a busy machine.
    if (state.phase === 'held' && event.timeStamp - heldAt < SETTLE_MS) return;
    // Something else on the page that scrolls (a ticker) moves neither the word nor the card.
    const word = state.mark.pieces[0]?.node ?? null;
    if (event.target instanceof Node && event.target.contains(word)) dispatch({ type: 'dismissed' });
  };

  const onPress = (event: PointerEvent): void => {
    if (event.isTrusted) dispatch({ type: 'dismissed' });
  };
  const onClick = (event: MouseEvent): void => {
    const isTap = event instanceof PointerEvent && event.pointerType === 'touch';
    if (!event.isTrusted || event.button !== 0 || !(isTap || ports.trigger() === 'click')) return;
    // What the page does with the click is the page's; words that are being selected are no button.
    const target = event.target instanceof Element ? event.target : null;
    if (target?.closest(INTERACTIVE) !== null || getSelection()?.isCollapsed === false) return;
    const mark = ports.markAt({ x: event.clientX, y: event.clientY });
    if (mark === null) return;
    point = { x: event.clientX, y: event.clientY };
    dispatch({ type: 'held', mark });
  };
  const onLeave = (event: MouseEvent): void => {
    if (event.isTrusted && !overCard) dispatch({ type: 'pointer-off-marks' });
  };
  const listen = (): void => {
    const options = { capture: true, passive: true, signal };
    document.addEventListener('pointermove', onMove, options);
    document.addEventListener('pointerdown', onPress, options);
    document.addEventListener('click', onClick, options);
    document.addEventListener('keydown', onKey, options);
    document.addEventListener('scroll', onScroll, options);
    // Not in the capture phase, where the leaving of every element would be heard; and a frame of ours is no way out.
    document.addEventListener('mouseleave', onLeave, { signal });
  };
  listen();
  // `document.open()` takes every listener off the document. Those that are still there are not added twice.
  const rewriting = new MutationObserver(listen);
  rewriting.observe(document, { childList: true });
  signal.addEventListener('abort', () => {
    rewriting.disconnect();
    if (frame !== undefined) cancelAnimationFrame(frame);
    dispatch({ type: 'dismissed' });
  });

  return {
    pointerOverCard(over) {
      overCard = over;
      dispatch({ type: over ? 'pointer-over-card' : 'pointer-off-marks' });
    },
    dismiss: () => dispatch({ type: 'dismissed' }),
    hold(mark) {
      const box = boxesOf(mark)[0];
      if (box !== undefined) point = { x: box.left, y: box.top };
      heldAt = performance.now();
      dispatch({ type: 'held', mark });
      ports.focus();
    },
    release() {
      [overCard, left] = [false, null];
      dispatch({ type: 'released' });
    },
  };
}

const isEditable = (target: EventTarget | undefined): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);

/** Whether a reader has selected the words: he works with them, and a card would lie in his way. */
function isSelected({ pieces }: Mark): boolean {
  const selection = getSelection();
  return selection?.isCollapsed === false && pieces.some(({ node }) => selection.containsNode(node, true));
}
