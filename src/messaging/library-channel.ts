import type { LibraryCounts } from '../core/library/filter-rows.ts';
import type { LibraryQuery } from '../core/library/library-query.ts';
import type { LibraryRow } from '../core/library/library-row.ts';

/** What the manager asks of the library's worker. */
export type LibraryRequest =
  /** A new question takes the place of the last; answers bear its number. `shown`: rows wanted at once. */
  | { readonly type: 'query'; readonly number: number; readonly query: LibraryQuery; readonly shown: number }
  /** Rows of the last answer, `to` exclusive. */
  | { readonly type: 'rows'; readonly number: number; readonly from: number; readonly to: number }
  /** Packs may have changed. */
  | { readonly type: 'refresh' };

/** How far the library is. */
export type LibraryState = {
  /** `reading`: nothing to show yet. `building`: it answers, by what there is. */
  readonly phase: 'reading' | 'building' | 'ready' | 'failed';
  /** Entities that are worked out, and of how many, while it is building. */
  readonly done: number;
  readonly of: number;
};

export type LibraryResult = {
  readonly number: number;
  /** Rows that fit. */
  readonly total: number;
  /** Rows that there are. */
  readonly outOf: number;
  readonly counts: LibraryCounts;
  readonly packs: readonly { readonly id: string; readonly title: string }[];
  /** The first rows. */
  readonly rows: readonly LibraryRow[];
  /** Whether the full text has been asked as well; else another answer follows. */
  readonly isComplete: boolean;
};

/** What the worker tells the manager. */
export type LibraryAnswer =
  | ({ readonly type: 'result' } & LibraryResult)
  | { readonly type: 'rows'; readonly number: number; readonly from: number; readonly rows: readonly LibraryRow[] }
  | ({ readonly type: 'state' } & LibraryState)
  /** The rows are others than before: ask again. */
  | { readonly type: 'changed' };

/** The worker's file, made by the entry point of that name. */
export const LIBRARY_WORKER = '/library-worker.js';
