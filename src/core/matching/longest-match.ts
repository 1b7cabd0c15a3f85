import type { Span } from './verify-candidate.ts';

/**
 * Leftmost-longest selection: of overlapping spans the one that starts first wins, of those that start together the
 * longest; what it covers is gone. Equal spans stay together, in the order given.
 */
export function selectLongest<T extends Span>(spans: readonly T[]): T[] {
  const ordered = spans.toSorted((a, b) => a.start - b.start || b.end - a.end);
  const chosen: T[] = [];
  let taken: Span = { start: -1, end: -1 };
  for (const span of ordered) {
    const same = span.start === taken.start && span.end === taken.end;
    if (!same && span.start < taken.end) continue;
    chosen.push(span);
    taken = span;
  }
  return chosen;
}
