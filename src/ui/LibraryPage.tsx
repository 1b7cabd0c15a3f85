import { useState } from 'preact/hooks';
import type { LibraryCounts } from '../core/library/filter-rows.ts';
import { countFilters, LIBRARY_SORTS, type LibraryQuery, type LibrarySort } from '../core/library/library-query.ts';
import { t } from '../locales/translate.ts';
import { LibraryFilters } from './LibraryFilters.tsx';
import { LibraryGrid, type LibraryGridProps } from './LibraryGrid.tsx';
import { LibrarySelection } from './LibrarySelection.tsx';
import { LibraryStanding, type LibraryProgress } from './LibraryStanding.tsx';

export type LibraryPageProps = {
  readonly query: LibraryQuery;
  readonly progress: LibraryProgress;
  /** What the last question found; null until the first answer. */
  readonly found: {
    /** Tells answers apart. */
    readonly number: number;
    /** Whether all has been asked; else a fuller answer follows. */
    readonly isComplete: boolean;
    readonly total: number;
    readonly outOf: number;
    readonly counts: LibraryCounts;
    readonly packs: readonly { readonly id: string; readonly title: string }[];
  } | null;
  readonly grid: Omit<LibraryGridProps, 'total'>;
  readonly chosenCount: number;
  readonly isFullyChosen: boolean;
  /** Whether there is room for the filters beside the list. */
  readonly isWide: boolean;
  readonly packsUrl: string;
  readonly actions: {
    /** `isTyping`: the back button need not come back to each letter. */
    readonly onQuery: (query: LibraryQuery, isTyping: boolean) => void;
    readonly onRetry: () => void;
    readonly onCopy: () => Promise<boolean>;
    readonly onExport: () => Promise<boolean>;
    readonly onChooseNone: () => void;
  };
};

/** All followed names: searched, narrowed, opened. */
export function LibraryPage(props: LibraryPageProps) {
  const { query, progress, found, grid, isWide, actions } = props;
  // What was chosen holds for the room there was: a window made narrow must not show filters only.
  const [shown, setShown] = useState<{ readonly isWide: boolean; readonly hasFilters: boolean } | null>(null);
  const hasFilters = shown?.isWide === isWide ? shown.hasFilters : isWide;
  const filters = countFilters(query);
  const isListed = found !== null && found.total > 0;
  const showsFilters = hasFilters && found !== null && found.outOf > 0;
  return (
    <section class="library" data-filters={showsFilters ? '' : undefined}>
      <h1>{t('library.title')}</h1>
      <div class="library-tools">
        <input
          type="search"
          class="search text-input"
          aria-label={t('library.search')}
          placeholder={t('library.search')}
          value={query.text}
          dir="auto"
          onInput={(event) => actions.onQuery({ ...query, text: event.currentTarget.value }, true)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            document.querySelector<HTMLElement>('.library-grid')?.focus();
          }}
        />
        <select
          class="library-sort"
          aria-label={t('library.sort')}
          value={query.sort}
          onChange={(event) => actions.onQuery({ ...query, sort: sortOf(event.currentTarget.value) }, false)}
        >
          {LIBRARY_SORTS.map((sort) => (
            <option key={sort} value={sort}>
              {t(`library.sort_${sort}`)}
            </option>
          ))}
        </select>
        <button
          type="button"
          class="button"
          aria-expanded={hasFilters}
          onClick={() => setShown({ isWide, hasFilters: !hasFilters })}
        >
          {filters === 0 ? t('library.filters') : t('library.filtersSet', filters)}
        </button>
      </div>
      {showsFilters && (
        <LibraryFilters
          query={query}
          counts={found.counts}
          packs={found.packs}
          locale={grid.locale}
          onQuery={(next) => actions.onQuery(next, false)}
        />
      )}
      <div class="library-found" data-answer={found?.number} aria-busy={found?.isComplete !== true}>
        <LibraryStanding
          progress={progress}
          found={found}
          hasFilters={filters > 0}
          locale={grid.locale}
          packsUrl={props.packsUrl}
          onRetry={actions.onRetry}
          onClear={() => actions.onQuery({ ...query, ...NO_FILTERS }, false)}
        />
        {props.chosenCount > 0 && (
          <LibrarySelection
            count={props.chosenCount}
            isFull={props.isFullyChosen}
            onCopy={actions.onCopy}
            onExport={actions.onExport}
            onNone={actions.onChooseNone}
          />
        )}
        {isListed && <LibraryGrid {...grid} total={found.total} />}
      </div>
    </section>
  );
}

const NO_FILTERS = {
  ...{ packs: [], types: [], certainties: [], qualities: [], from: '', to: '' },
  ...{ isDisputed: false, isNew: false },
};

const sortOf = (value: string): LibrarySort => LIBRARY_SORTS.find((sort) => sort === value) ?? 'best';
