import { describeProblem, type FileProblem } from '../file-problem.ts';

/** Writes each problem to standard error, with its file and line. */
export function printProblems(problems: readonly FileProblem[]): void {
  if (problems.length > 0) process.stderr.write(`${problems.map(describeProblem).join('\n')}\n`);
}
