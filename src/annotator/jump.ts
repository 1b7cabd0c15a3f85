import type { Stepped, StepStart } from '../messaging/tab-contract.ts';
import { byPlace } from './mark-density.ts';
import { rangeOf, type Mark } from './mark.ts';

type Direction = 'next' | 'previous';

/** Brings marks before the reader's eyes, one after another. */
export type Jump = {
  to(marks: readonly Mark[], direction: Direction, start: StepStart): Stepped;
  /** The mark last jumped to. */
  last(): Mark | null;
};

export function createJump(flash: (mark: Mark) => void): Jump {
  let last: Mark | null = null;

  const choose = (marks: readonly Mark[], direction: Direction, start: StepStart): Mark | undefined => {
    const ordered = direction === 'next' ? marks.toSorted(byPlace) : marks.toSorted(byPlace).toReversed();
    const [first] = ordered;
    if (start === 'edge') return first;
    if (start === 'screen') return ordered.find((mark) => isStillAhead(mark, direction)) ?? first;
    // By its place: a page that was linked again has other marks there.
    const from = last;
    const sign = direction === 'next' ? 1 : -1;
    return from === null ? undefined : ordered.find((mark) => sign * byPlace(from, mark) < 0);
  };

  return {
    last: () => last,
    to(marks, direction, start) {
      if (last?.pieces.some(({ node }) => !node.isConnected) === true) last = null;
      const wasHere = last !== null;
      const mark = choose(marks, direction, start);
      last = mark ?? null;
      if (mark === undefined) return { found: false, wasHere };
      scrollTo(mark);
      flash(mark);
      return { found: true, wasHere };
    },
  };
}

/** Whether a mark is on the screen or beyond it in the direction of reading. */
function isStillAhead(mark: Mark, direction: Direction): boolean {
  const box = rangeOf(mark)?.getBoundingClientRect();
  if (box === undefined) return false;
  return direction === 'next' ? box.bottom > 0 : box.top < window.innerHeight;
}

function scrollTo(mark: Mark): void {
  mark.pieces[0]?.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = rangeOf(mark)?.getBoundingClientRect();
  // Its block may be taller than the window.
  if (box !== undefined && (box.top < 0 || box.bottom > window.innerHeight))
    window.scrollBy(0, box.top - window.innerHeight / 2);
}
