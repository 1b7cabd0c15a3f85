import type { SelectedName } from '../core/capture/guess-entities.ts';
import { rangeOf, type Mark } from './mark.ts';

/** Names handed over of one selection. */
const MAX_NAMES = 32;

/** The marks in the selected words, and those beside them in the same block. */
export function selectedNames(marks: readonly Mark[], selection: Selection | null): SelectedName[] {
  if (selection === null || selection.rangeCount === 0) return [];
  const selected = selection.getRangeAt(0);
  const blocks = new Map<Mark['run'], boolean>();
  const isBeside = ({ run }: Mark): boolean => {
    const known = blocks.get(run) ?? run.pieces.some(({ node }) => selected.intersectsNode(node));
    blocks.set(run, known);
    return known;
  };
  return marks
    .filter(isBeside)
    .slice(0, MAX_NAMES)
    .map((mark) => ({
      entity: mark.mention.entity,
      name: mark.mention.name,
      surface: mark.run.text.slice(mark.mention.start, mark.mention.end),
      confidence: mark.mention.confidence,
      isSelected: overlap(selected, rangeOf(mark)),
    }));
}

const overlap = (a: Range, b: Range | null): boolean =>
  b !== null &&
  a.startContainer.getRootNode() === b.startContainer.getRootNode() &&
  a.compareBoundaryPoints(Range.START_TO_END, b) > 0 &&
  a.compareBoundaryPoints(Range.END_TO_START, b) < 0;
