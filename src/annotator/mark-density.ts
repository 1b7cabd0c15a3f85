import { entityKey } from '../core/model/mention.ts';
import type { Density } from '../core/model/settings.ts';
import type { Mark } from './mark.ts';
import type { Sections } from './sections.ts';

/** Says whether a mark is to be painted, as far as the density goes. */
export type DensityRule = (mark: Mark) => boolean;

/**
 * Rules for the marks of a page as they are now, one for each look at it. With `section` and `page` only the first mark of an
 * entity counts that a reader can see, in the section or on the page. Which that is, every look asks anew, for panels open and
 * close; `isShown` is asked of no more marks than it takes to find it.
 */
export function createDensityRules(
  density: Density,
  marks: readonly Mark[],
  sections: Sections,
): (isShown: (mark: Mark) => boolean) => DensityRule {
  if (density === 'every') return () => () => true;
  const keyOf = ({ mention, run }: Mark): string =>
    density === 'page' ? entityKey(mention.entity) : `${sections(run.container)} ${entityKey(mention.entity)}`;
  const groups = Map.groupBy(marks, keyOf);
  const sorted = new Map<string, readonly Mark[]>();
  const inOrder = (key: string): readonly Mark[] => {
    const known = sorted.get(key) ?? (groups.get(key) ?? []).toSorted(byPlace);
    sorted.set(key, known);
    return known;
  };
  return (isShown) => {
    const firsts = new Map<string, Mark | undefined>();
    return (mark) => {
      const key = keyOf(mark);
      if (!firsts.has(key)) firsts.set(key, inOrder(key).find(isShown));
      return firsts.get(key) === mark;
    };
  };
}

/** Marks in document order; those of different trees stay as they are. */
export function byPlace(a: Mark, b: Mark): number {
  const first = a.pieces[0];
  const second = b.pieces[0];
  if (first === undefined || second === undefined) return 0;
  if (first.node === second.node) return first.start - second.start;
  const position = Node.prototype.compareDocumentPosition.call(first.node, second.node);
  if ((position & Node.DOCUMENT_POSITION_DISCONNECTED) !== 0) return 0;
  return (position & Node.DOCUMENT_POSITION_FOLLOWING) !== 0 ? -1 : 1;
}
