/** Why what stands in a cell could not be taken. */
export type CellProblem = {
  readonly code: 'invalid-value' | 'ambiguous-value';
  /** What it may mean and how to write it, one sentence. */
  readonly message: string;
};
