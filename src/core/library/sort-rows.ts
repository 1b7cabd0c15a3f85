/** More rows than a library will have: numbers are packed beside places below it. */
const PLACES = 2 ** 24;

/** With no more values than these, rows go into a heap for each. */
const MAX_HEAPS = 64;

/**
 * Rows of which `valueOf` is above `least`, the greatest value first, and as they were where it is the same. A value is a whole
 * number below 2^28.
 */
export function pickInOrder(
  rows: Uint32Array,
  valueOf: (row: number) => number,
  least: number = Number.NEGATIVE_INFINITY,
): Uint32Array {
  const values = new Float64Array(rows.length);
  const heaps = new Map<number, number>();
  let count = 0;
  for (let place = 0; place < rows.length; place++) {
    const value = valueOf(rows[place] ?? 0);
    values[place] = value;
    if (value <= least) continue;
    count++;
    if (heaps.size <= MAX_HEAPS) heaps.set(value, (heaps.get(value) ?? 0) + 1);
  }
  return heaps.size <= MAX_HEAPS ? pickFromHeaps(rows, values, heaps, count) : pickPacked(rows, values, count, least);
}

/** @param heaps how many rows have each value. */
function pickFromHeaps(
  rows: Uint32Array,
  values: Float64Array,
  heaps: ReadonlyMap<number, number>,
  count: number,
): Uint32Array {
  const next = new Map<number, number>();
  let start = 0;
  for (const value of [...heaps.keys()].sort((a, b) => b - a)) {
    next.set(value, start);
    start += heaps.get(value) ?? 0;
  }
  const picked = new Uint32Array(count);
  for (let place = 0; place < rows.length; place++) {
    const value = values[place] ?? 0;
    const at = next.get(value);
    if (at === undefined) continue;
    picked[at] = rows[place] ?? 0;
    next.set(value, at + 1);
  }
  return picked;
}

/** Value and place go into one number, and those sort without a comparison of ours. */
function pickPacked(rows: Uint32Array, values: Float64Array, count: number, least: number): Uint32Array {
  const packed = new Float64Array(count);
  let filled = 0;
  for (let place = 0; place < rows.length; place++) {
    const value = values[place] ?? 0;
    if (value > least) packed[filled++] = place - value * PLACES;
  }
  return Uint32Array.from(packed.sort(), (number) => rows[number - Math.floor(number / PLACES) * PLACES] ?? 0);
}
