/** What a restore has done. */
export type RestoreReport = {
  /** Titles of the packs that came back. */
  readonly packs: readonly string[];
  /** Titles of those in the backup that were left out because a pack of the same id was there. */
  readonly skipped: readonly string[];
};
