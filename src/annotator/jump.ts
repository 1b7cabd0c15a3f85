import { byPlace } from './mark-density.ts';
import { rangeOf, type Mark } from './mark.ts';

/** Brings marks before the reader's eyes, one after another. */
export type Jump = {
  /** Goes to the mark after (or before) the last one jumped to, beginning again at the other end; null if there is none. */
  to(marks: readonly Mark[], direction: 'next' | 'previous'): Mark | null;
  /** The mark last jumped to. */
  last(): Mark | null;
};

export function createJump(flash: (mark: Mark) => void): Jump {
  let last: Mark | null = null;
  return {
    last: () => last,
    to(marks, direction) {
      const ordered = marks.toSorted(byPlace);
      const step = direction === 'next' ? 1 : -1;
      const from = last === null ? -1 : ordered.indexOf(last);
      // Nothing jumped to yet: backwards begins at the end.
      const position = from < 0 && step < 0 ? ordered.length - 1 : (from + step + ordered.length) % ordered.length;
      const mark = ordered[position] ?? null;
      if (mark === null) return null;
      last = mark;
      scrollTo(mark);
      flash(mark);
      return mark;
    },
  };
}

function scrollTo(mark: Mark): void {
  mark.pieces[0]?.node.parentElement?.scrollIntoView({ block: 'center', behavior: 'instant' });
  const box = rangeOf(mark)?.getBoundingClientRect();
  // Its block may be taller than the window.
  if (box !== undefined && (box.top < 0 || box.bottom > window.innerHeight))
    window.scrollBy(0, box.top - window.innerHeight / 2);
}
