/** More rows than a library will have: numbers are packed beside places below it. */
const PLACES = 2 ** 24;

/**
 * Rows of which `valueOf` is above `least`, the greatest value first, and as they were where it is the same. A value is a whole
 * number below 2^28: value and place go into one number, and those sort without a comparison of ours.
 */
export function pickInOrder(
  rows: Uint32Array,
  valueOf: (row: number) => number,
  least: number = Number.NEGATIVE_INFINITY,
): Uint32Array {
  const packed = new Float64Array(rows.length);
  let count = 0;
  for (let place = 0; place < rows.length; place++) {
    const value = valueOf(rows[place] ?? 0);
    if (value > least) packed[count++] = place - value * PLACES;
  }
  return Uint32Array.from(
    packed.subarray(0, count).sort(),
    (number) => rows[number - Math.floor(number / PLACES) * PLACES] ?? 0,
  );
}
