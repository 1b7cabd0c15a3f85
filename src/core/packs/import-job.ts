/** An import, or a download, that is under way. */
export type ImportJob = {
  readonly ticket: number;
  readonly file: string;
  readonly phase: 'waiting' | 'fetching' | 'reading' | 'indexing';
  /** Bytes of the file; 0 if that is not known. */
  readonly size: number;
  /** Bytes of the file that have been read. */
  readonly read: number;
  readonly records: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
};
