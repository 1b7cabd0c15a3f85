/** Numbers kept in sorted runs and merged at the end, so that no step of sorting millions of them takes long. */
export type SortedRuns = {
  push(value: number): void;
  /** All values in ascending order, each once. Yields between steps of some ten milliseconds. May be called once. */
  merge(): Generator<void, Float64Array>;
};

const RUN_LENGTH = 1 << 16;

export function createSortedRuns(): SortedRuns {
  let current = new Float64Array(1024);
  let length = 0;
  const runs: Float64Array[] = [];
  const close = (): void => {
    if (length > 0) runs.push(distinct(current.slice(0, length).sort()));
    length = 0;
  };
  return {
    push(value) {
      if (length === current.length) {
        if (length === RUN_LENGTH) close();
        else {
          const grown = new Float64Array(length * 2);
          grown.set(current);
          current = grown;
        }
      }
      current[length++] = value;
    },
    *merge() {
      close();
      let level = runs;
      while (level.length > 1) {
        const merged: Float64Array[] = [];
        for (let position = 0; position < level.length; position += 2) {
          const [a, b] = [level[position], level[position + 1]];
          if (a !== undefined) merged.push(b === undefined ? a : yield* mergePair(a, b));
          yield;
        }
        level = merged;
      }
      return level[0] ?? new Float64Array();
    },
  };
}

function distinct(sorted: Float64Array): Float64Array {
  let length = 0;
  for (let position = 0; position < sorted.length; position++) {
    const value = sorted[position] ?? 0;
    if (position === 0 || value !== sorted[length - 1]) sorted[length++] = value;
  }
  return sorted.subarray(0, length);
}

function* mergePair(a: Float64Array, b: Float64Array): Generator<void, Float64Array> {
  const merged = new Float64Array(a.length + b.length);
  let length = 0;
  let inA = 0;
  let inB = 0;
  while (inA < a.length || inB < b.length) {
    const nextA = a[inA] ?? Number.POSITIVE_INFINITY;
    const nextB = b[inB] ?? Number.POSITIVE_INFINITY;
    if (nextA <= nextB) inA++;
    if (nextB <= nextA) inB++;
    merged[length++] = Math.min(nextA, nextB);
    if (length % (RUN_LENGTH * 8) === 0) yield;
  }
  return merged.subarray(0, length);
}
