/** The median time of some runs, in milliseconds. */
export async function medianTime(run: () => unknown, runs: number): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < runs; round++) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
