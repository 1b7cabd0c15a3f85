import type { PackProblem } from '../core/packs/pack-problem.ts';

/** The problems of a pack file, each with its line. */
export function ProblemList({ problems }: { readonly problems: readonly PackProblem[] }) {
  return (
    <ul class="problems" tabIndex={0} aria-label="Problems">
      {problems.map((problem, position) => (
        <li key={position}>
          {problem.line > 0 && <p class="problem-place">Line {problem.line}</p>}
          <p>{problem.message}</p>
        </li>
      ))}
    </ul>
  );
}
