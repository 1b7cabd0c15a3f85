import { filterRows, type LibraryCounts } from './filter-rows.ts';
import type { LibraryQuery } from './library-query.ts';
import type { LibraryTable } from './library-table.ts';
import type { RowRanks } from './rank-rows.ts';
import { pickInOrder } from './sort-rows.ts';

/** The rows that a query asks for, in its order, and how many there would be with other filters. */
export function selectRows(
  table: LibraryTable,
  query: LibraryQuery,
  found: RowRanks | null,
): { readonly rows: Uint32Array; readonly counts: LibraryCounts } {
  const ordered = orderOf(table, query);
  if (found === null) return filterRows(table, query, ordered);
  const rankOf = (row: number): number => found.ranks[row] ?? 0;
  const fitting =
    query.sort === 'best' ? pickInOrder(ordered, rankOf, 0) : ordered.filter((row) => (found.ranks[row] ?? 0) > 0);
  return filterRows(table, query, fitting);
}

function orderOf(table: LibraryTable, { sort }: LibraryQuery): Uint32Array {
  if (sort === 'newest') return table.byNewest;
  return sort === 'facts' ? table.byFacts : table.byName;
}
