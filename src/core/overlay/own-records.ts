import type { PackRecord } from '../model/fact-pack.ts';

/** What the user wrote, for the manager to show and to edit. */
export type OwnRecords = {
  readonly records: readonly PackRecord[];
  /** What the next step back, or forth again, is about; null if there is none. */
  readonly undo: string | null;
  readonly redo: string | null;
  /** The latest first; `removedAt` in milliseconds since the epoch. */
  readonly trash: readonly { readonly record: PackRecord; readonly removedAt: number }[];
};
