import fc from 'fast-check';
import { expect, test } from 'vitest';

const RUNS = Number(process.env['FUZZ_RUNS'] ?? 100_000);
const TIMEOUT_MS = 3_600_000;

/**
 * A property that must hold for a hundred thousand inputs, and that leaves what all objects inherit as it was. A failure names
 * the seed and the smallest input; that input then goes into `failures`, which are tried before all others from then on.
 */
export const fuzzTarget = <T>(
  name: string,
  inputs: fc.Arbitrary<T>,
  check: (input: T) => void,
  failures: readonly T[] = [],
): void =>
  test(
    `${name} (${RUNS} inputs)`,
    () => {
      const builtIn = Object.getOwnPropertyNames(Object.prototype).join();
      fc.assert(
        fc.property(inputs, (input) => {
          check(input);
          // Not `expect`, which would take longer than what is tried.
          if (Object.getOwnPropertyNames(Object.prototype).join() !== builtIn)
            throw new Error('a prototype was changed');
        }),
        { numRuns: RUNS, examples: failures.map((input) => [input]) },
      );
      expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(builtIn);
    },
    TIMEOUT_MS,
  );

/** As `expect(…).toBe(true)`, a hundred times as fast. */
export function demand(isTrue: boolean, what: string): asserts isTrue {
  if (!isTrue) throw new Error(what);
}
