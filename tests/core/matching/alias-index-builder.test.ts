import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openAliasIndex } from '../../../src/core/matching/alias-index.ts';
import { createAliasIndexBuilder } from '../../../src/core/matching/alias-index-builder.ts';
import { createSortedRuns } from '../../../src/core/matching/sorted-runs.ts';

const drain = <T>(work: Generator<void, T>): T => {
  for (;;) {
    const step = work.next();
    if (step.done === true) return step.value;
  }
};

describe('createSortedRuns', () => {
  test('gives every value once, in order', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50)), (values) => {
        const runs = createSortedRuns();
        for (const value of values) runs.push(value);
        expect([...drain(runs.merge())]).toEqual([...new Set(values)].toSorted((a, b) => a - b));
      }),
    );
  });

  test('does so over several runs', () => {
    const runs = createSortedRuns();
    const count = 200_000;
    for (let value = 0; value < count; value++) runs.push((value * 7919) % count);
    const merged = drain(runs.merge());
    expect(merged).toHaveLength(count);
    expect(merged.every((value, position) => value === position)).toBe(true);
  });
});

describe('createAliasIndexBuilder', () => {
  test('makes the same index in slices and at once', async () => {
    const [whole, sliced] = [createAliasIndexBuilder(), createAliasIndexBuilder()];
    for (let number = 0; number < 100_000; number++) {
      whole.add(`Name ${number % 900} of number ${number}`);
      sliced.add(`Name ${number % 900} of number ${number}`);
    }
    let pauses = 0;
    const index = await sliced.finishInSlices(() => Promise.resolve(void pauses++));
    expect(pauses).toBeGreaterThan(3);
    expect(new Uint8Array(index)).toEqual(new Uint8Array(whole.finish()));
  });

  test('counts aliases, and passes over what has no letter', () => {
    const builder = createAliasIndexBuilder();
    for (const alias of ['Acme', 'Acme Robotics', '—', '']) builder.add(alias);
    expect(openAliasIndex(builder.finish())?.aliasCount).toBe(2);
  });
});

test('a buffer of another layout, or cut off, does not open', () => {
  const builder = createAliasIndexBuilder();
  builder.add('Acme');
  const buffer = builder.finish();
  expect(openAliasIndex(buffer.slice(0, buffer.byteLength - 2))).toBeNull();
  expect(openAliasIndex(new ArrayBuffer(4))).toBeNull();
  const other = buffer.slice(0);
  new Uint32Array(other, 0, 2)[1] = 99;
  expect(openAliasIndex(other)).toBeNull();
});
