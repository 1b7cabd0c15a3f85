/** A point of the screen, so that it means the same to a card and to the page that the card moves over. */
export type DragStep = {
  readonly phase: 'grabbed' | 'dragged' | 'dropped';
  readonly screenX: number;
  readonly screenY: number;
};

/**
 * Turns the steps of a drag into moves that add up to the way from where it was grabbed to where it was last. Steps may come
 * from several listeners, some of them late: what comes after the drop moves nothing.
 */
export function createDrag(move: (byX: number, byY: number) => void): (step: DragStep) => void {
  let last: DragStep | null = null;
  return (step) => {
    if (last !== null && step.phase !== 'grabbed') move(step.screenX - last.screenX, step.screenY - last.screenY);
    const goesOn = step.phase === 'grabbed' || (step.phase === 'dragged' && last !== null);
    last = goesOn ? step : null;
  };
}
