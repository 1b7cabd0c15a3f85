import { LIMITS } from '../model/limits.ts';
import type { PackProblem } from '../packs/pack-problem.ts';

/** What can be wrong with a sheet, a CSL-JSON file or a JSON document, besides what can be wrong with a pack. */
export type ConversionProblemCode =
  | PackProblem['code']
  | 'wrong-encoding'
  | 'empty-sheet'
  | 'too-large'
  | 'broken-quotes'
  | 'extra-cells'
  | 'missing-column'
  | 'missing-value'
  | 'invalid-value'
  | 'ambiguous-value'
  | 'unknown-name';

/** One problem of a file to be converted, told so that its author can mend it. */
export type ConversionProblem = Omit<PackProblem, 'code'> & {
  readonly code: ConversionProblemCode;
  /** The name of the file or sheet, as the caller gave it. */
  readonly file: string;
  /** Row of a sheet (its heading is row 1), item of a list (from 1), or line of a text; 0 where none is to blame. */
  readonly line: number;
  /** The heading of the column, or the path of the field. */
  readonly field: string;
};

/** Collects problems up to the cap, beyond which a list helps nobody. */
export class ProblemLog {
  readonly problems: ConversionProblem[] = [];

  add(problem: ConversionProblem): void {
    if (this.problems.length < LIMITS.reportedProblems) this.problems.push(problem);
  }
}

/** By file, then by row, as they stood among themselves. */
export const sortProblems = (problems: readonly ConversionProblem[]): ConversionProblem[] =>
  problems.toSorted((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
