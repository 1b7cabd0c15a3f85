import { useEffect, useRef, useState } from 'preact/hooks';
import type { LibraryRow as LibraryRowData } from '../core/library/library-row.ts';
import type { EntityRef } from '../core/model/entity.ts';
import { t } from '../locales/translate.ts';
import { LibraryRow, rowElementId } from './LibraryRow.tsx';
import { useVirtualRows } from './use-virtual-rows.ts';

/** As in library.css. */
const ROW_HEIGHT_REM = 3.5;

export type LibraryGridProps = {
  readonly total: number;
  /** A row; undefined until it has been read. */
  readonly rowAt: (index: number) => LibraryRowData | undefined;
  /** Another one begins at its first row. */
  readonly question: string;
  readonly isChosen: (ref: EntityRef) => boolean;
  readonly urlOf: (ref: EntityRef) => string;
  readonly locale: string;
  /** Where the list stood when it was last seen. */
  readonly scrollTop: number;
  readonly onScroll: (scrollTop: number) => void;
  /** Rows that can be seen, `to` exclusive. */
  readonly onVisible: (from: number, to: number) => void;
  readonly onOpen: (ref: EntityRef) => void;
  readonly onChoose: (ref: EntityRef) => void;
};

/** The names that fit, however many: only those in sight are in the document. Works as a grid by the ARIA patterns. */
export function LibraryGrid(props: LibraryGridProps) {
  const { total, rowAt, question, onVisible } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const [rowHeight] = useState(measureRowHeight);
  const [initialOffset] = useState(props.scrollTop);
  const virtualizer = useVirtualRows({ count: total, scroller, rowHeight, kept: active, initialOffset });
  const items = virtualizer.getVirtualItems();
  const asked = useRef(question);
  useEffect(() => {
    if (asked.current === question) return;
    asked.current = question;
    setActive(0);
    virtualizer.scrollToOffset(0);
  }, [question, virtualizer]);
  const [first, last] = [virtualizer.range?.startIndex ?? 0, virtualizer.range?.endIndex ?? 0];
  useEffect(() => onVisible(first, last + 1));

  const goTo = (index: number): void => {
    const next = Math.max(0, Math.min(total - 1, index));
    setActive(next);
    virtualizer.scrollToIndex(next, { align: 'auto' });
  };
  const rowsInSight = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.metaKey) return;
    const target = { ArrowDown: active + 1, ArrowUp: active - 1, Home: 0, End: total - 1 }[event.key];
    const page = { PageDown: active + rowsInSight, PageUp: active - rowsInSight }[event.key];
    const row = rowAt(active);
    if (target !== undefined || page !== undefined) goTo(target ?? page ?? 0);
    else if (event.key === 'Enter' && row !== undefined) props.onOpen(row.ref);
    else if (event.key === ' ' && row !== undefined) props.onChoose(row.ref);
    else return;
    event.preventDefault();
  };

  return (
    <div
      class="library-grid"
      role="grid"
      ref={scroller}
      tabIndex={0}
      aria-label={t('library.list')}
      aria-rowcount={total}
      aria-multiselectable
      aria-activedescendant={total === 0 ? undefined : rowElementId(active)}
      onKeyDown={onKeyDown}
      onScroll={(event) => props.onScroll(event.currentTarget.scrollTop)}
    >
      <div role="rowgroup" class="library-rows" style={{ height: `${virtualizer.getTotalSize()}px` }}>
        {items.map(({ index, start }) => {
          const row = rowAt(index);
          return (
            <LibraryRow
              key={index}
              row={row}
              index={index}
              top={start}
              url={row === undefined ? '' : props.urlOf(row.ref)}
              isActive={index === active}
              isChosen={row !== undefined && props.isChosen(row.ref)}
              locale={props.locale}
              onChoose={props.onChoose}
            />
          );
        })}
      </div>
    </div>
  );
}

/** In CSS pixels, by the reader's own size of text. */
const measureRowHeight = (): number =>
  ROW_HEIGHT_REM * (Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16);
