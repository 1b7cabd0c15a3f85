import type { Mark } from './mark.ts';
import { createOverlayPainter } from './overlay-painter.ts';
import { createPainter, randomNames, type HighlightNames, type Painter } from './painter.ts';

export type PagePainter = Painter & {
  /** Begins again under other names, so that another style can be given to them. */
  restart(): void;
};

/**
 * Paints each mark as openly as its privacy level allows. `requestStyle` is called before the first highlight of a document
 * shows, and again after a restart: a page without a mark has no style of ours.
 */
export function createPagePainter(
  requestStyle: (names: HighlightNames) => Promise<boolean>,
  signal: AbortSignal,
): PagePainter {
  let names = randomNames();
  let inline = createPainter(names);
  let overlay: Painter | null = null;
  let isStyled = false;

  const style = (): void => {
    if (isStyled) return;
    isStyled = true;
    const asked = names;
    void requestStyle(asked).then((done) => {
      if (asked === names) isStyled = done;
    });
  };
  const painterOf = ({ mention }: Mark): Painter => {
    if (mention.privacy !== 'overlay') return inline;
    return (overlay ??= createOverlayPainter(signal));
  };
  const clear = (): void => {
    inline.clear();
    overlay?.clear();
  };
  signal.addEventListener('abort', clear);

  return {
    paint(marks) {
      if (signal.aborted) return;
      const drawn = marks.filter(({ mention }) => mention.privacy === 'overlay');
      const highlighted = drawn.length === 0 ? marks : marks.filter(({ mention }) => mention.privacy !== 'overlay');
      if (highlighted.length > 0) style();
      inline.paint(highlighted);
      if (drawn.length > 0) overlay ??= createOverlayPainter(signal);
      overlay?.paint(drawn);
    },
    flash(mark) {
      if (signal.aborted || mark.mention.privacy === 'quiet') return;
      const painter = painterOf(mark);
      if (painter === inline) style();
      painter.flash(mark);
    },
    clear,
    restart() {
      clear();
      names = randomNames();
      inline = createPainter(names);
      isStyled = false;
    },
  };
}
