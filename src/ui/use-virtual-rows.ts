import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  Virtualizer,
  type VirtualizerOptions,
} from '@tanstack/virtual-core';
import type { RefObject } from 'preact';
import { useLayoutEffect, useReducer, useState } from 'preact/hooks';

/** Rows drawn beyond both edges of what can be seen. */
const OVERSCAN = 5;

type VirtualRowsOptions = {
  readonly count: number;
  /** The element that scrolls. */
  readonly scroller: RefObject<HTMLElement | null>;
  /** CSS pixels, the same for every row. */
  readonly rowHeight: number;
  /** A row that is drawn wherever it is: the one that has the focus. */
  readonly kept: number;
  /** Where to begin, in CSS pixels. */
  readonly initialOffset: number;
};

/** Which rows of a long list are to be drawn now, and where; draws the component anew when they change. */
export function useVirtualRows({ count, scroller, rowHeight, kept, initialOffset }: VirtualRowsOptions) {
  const [, redraw] = useReducer((turn: number) => turn + 1, 0);
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    ...{
      count,
      overscan: OVERSCAN,
      initialOffset,
      scrollToFn: elementScroll,
      observeElementRect,
      observeElementOffset,
    },
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    rangeExtractor(range) {
      const drawn = defaultRangeExtractor(range);
      return drawn.includes(kept) || kept >= range.count ? drawn : [...drawn, kept].sort((a, b) => a - b);
    },
    onChange: () => redraw(null),
  };
  const [virtualizer] = useState(() => new Virtualizer(options));
  virtualizer.setOptions(options);
  // What the library's own adapters for other frameworks call.
  // eslint-disable-next-line no-underscore-dangle
  useLayoutEffect(() => virtualizer._didMount(), [virtualizer]);
  // eslint-disable-next-line no-underscore-dangle
  useLayoutEffect(() => virtualizer._willUpdate());
  return virtualizer;
}
