import { allocateAliasIndex, CONTINUES, ENDS_ALIAS, openAliasIndex, type Capitals } from './alias-index.ts';
import { aliasKeys, CHECK_SIZE } from './alias-key.ts';
import { createSortedRuns } from './sorted-runs.ts';

/** Collects aliases and lays them out as an alias index. */
export type AliasIndexBuilder = {
  /** `capitals`: how many of its first letters must be capitals for it to be found. */
  add(alias: string, capitals?: Capitals): void;
  /** The finished index. A million aliases take about a second. */
  finish(): ArrayBuffer;
  /** The same in slices of some ten milliseconds, with a pause after each. */
  finishInSlices(pause: () => Promise<void>): Promise<ArrayBuffer>;
};

/** Entries laid out in one slice. */
const SLICE_ENTRIES = 1 << 17;

export function createAliasIndexBuilder(): AliasIndexBuilder {
  // Key and entry packed in one float64 (48 bits, exact), which the native numeric sort orders.
  const packed = createSortedRuns();
  const firstKeys = createSortedRuns();
  let aliasCount = 0;
  const steps = function* (): Generator<void, ArrayBuffer> {
    const entries = yield* packed.merge();
    return yield* layOut(entries, yield* firstKeys.merge(), aliasCount);
  };
  return {
    add(alias, capitals = 0) {
      const keys = aliasKeys(alias);
      if (keys === null) return;
      aliasCount++;
      const last = keys.prefixKeys.length - 1;
      for (const [position, key] of keys.prefixKeys.entries()) {
        const entry = position < last ? CONTINUES : (keys.fingerprint % CHECK_SIZE) * 16 + capitals * 4 + ENDS_ALIAS;
        packed.push(key * 0x10000 + entry);
      }
      firstKeys.push(keys.prefixKeys[0] ?? 0);
    },
    finish() {
      const work = steps();
      for (;;) {
        const step = work.next();
        if (step.done === true) return step.value;
      }
    },
    async finishInSlices(pause) {
      const work = steps();
      for (;;) {
        const step = work.next();
        if (step.done === true) return step.value;
        await pause();
      }
    },
  };
}

function* layOut(entries: Float64Array, firstKeys: Float64Array, aliasCount: number): Generator<void, ArrayBuffer> {
  const buffer = allocateAliasIndex(entries.length, firstKeys.length, aliasCount);
  const index = openAliasIndex(buffer);
  if (index === null) throw new Error('the layout just made does not open');
  for (let from = 0; from < entries.length; from += SLICE_ENTRIES) {
    const to = Math.min(entries.length, from + SLICE_ENTRIES);
    for (let position = from; position < to; position++) {
      const value = entries[position] ?? 0;
      index.keys[position] = Math.floor(value / 0x10000);
      index.entries[position] = value % 0x10000;
    }
    yield;
  }
  let next = 0;
  for (let bucket = 0; bucket < index.bucketStarts.length; bucket++) {
    while (next < entries.length && (index.keys[next] ?? 0) >>> index.bucketShift < bucket) next++;
    index.bucketStarts[bucket] = next;
  }
  yield;
  for (const key of firstKeys) {
    const bit = key >>> index.filterShift;
    index.filter[bit >>> 5] = (index.filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return buffer;
}
