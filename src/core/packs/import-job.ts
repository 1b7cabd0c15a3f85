/** An import that is under way. */
export type ImportJob = {
  readonly ticket: number;
  readonly file: string;
  readonly phase: 'waiting' | 'reading' | 'indexing';
  /** Bytes of the file. */
  readonly size: number;
  /** Bytes of the file that have been read. */
  readonly read: number;
  readonly records: number;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
};
