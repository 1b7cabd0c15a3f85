/** What can be wrong with a pack. Codes are stable: tools and translations hang on them. */
export type PackProblemCode =
  | 'empty-file'
  | 'not-json'
  | 'not-a-pack'
  | 'newer-format'
  | 'line-too-long'
  | 'unknown-record'
  | 'invalid-field'
  | 'duplicate-id'
  | 'unknown-id'
  | 'count-mismatch'
  | 'too-many-records'
  | 'unreadable-file'
  | 'wrong-base'
  | 'older-version'
  | 'other-publisher'
  | 'cancelled'
  | 'reserved-id'
  | 'not-a-backup'
  | 'cut-short';

/** One problem of a pack file, told so that its author can mend it. */
export type PackProblem = {
  readonly code: PackProblemCode;
  /** Line of the file, from 1; 0 where no line is to blame. */
  readonly line: number;
  /** Path of the field inside the record, such as `fact.references.0.source`; empty for the whole line. */
  readonly field: string;
  /** What is wrong and how to mend it, one sentence. */
  readonly message: string;
};
