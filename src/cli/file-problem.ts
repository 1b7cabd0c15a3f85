import type { PackProblem } from '../core/packs/pack-problem.ts';

/** A problem of a file, told so that its author can mend it. */
export type FileProblem = Omit<PackProblem, 'code'> & { readonly file: string; readonly code: string };

/** A file that was read and is not sound. The message has a line for each problem. */
export class UnsoundFileError extends Error {
  override readonly name = 'UnsoundFileError';
  readonly problems: readonly FileProblem[];

  constructor(problems: readonly FileProblem[]) {
    super(problems.map(describeProblem).join('\n'));
    this.problems = problems;
  }
}

/** A file that cannot be read at all. The message names it and the reason. */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError';
}

/** A problem as compilers print them, so that editors find the place. */
export const describeProblem = ({ file, line, message }: FileProblem): string =>
  line > 0 ? `${file}:${line}: ${message}` : `${file}: ${message}`;
