/** What is wrong with a field of a capture, in words for the one who fills it in. */
export type CaptureProblem = {
  /** Where in the draft: `statement`, `source.title`. Empty for what no field can mend. */
  readonly field: string;
  readonly message: string;
};
