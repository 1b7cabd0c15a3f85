import { aliasKeys, checkBits, CHECK_SIZE } from './alias-key.ts';

/**
 * The alias index: which token sequences are aliases, and which are the beginning of one. Holds hashes only, no name, in
 * one flat buffer that opens without parsing, so that a tab can have it at once and cannot read the watch list from it.
 *
 * Layout (little-endian): header of 8 words · filter bits · bucket starts · keys (32 bits, sorted) · entries (16 bits).
 * An entry is the 14 check bits of the alias that ends at its key, then "an alias ends here", then "an alias goes on".
 * 17 bytes an alias at 10 000 aliases; method and layout after `research` figures quoted in the README.
 */
export type AliasIndex = {
  readonly aliasCount: number;
  /** One bit for each first token seen: tells most words of a page apart from names without a look at the keys. */
  readonly filter: Uint32Array;
  readonly filterShift: number;
  readonly bucketStarts: Uint32Array;
  readonly bucketShift: number;
  readonly keys: Uint32Array;
  readonly entries: Uint16Array;
};

const MAGIC = 0x53494458;
const LAYOUT_VERSION = 1;
const HEADER_WORDS = 8;

export const ENDS_ALIAS = 2;
export const CONTINUES = 1;

/** Collects aliases and lays them out. Adding is cheap; `finish` sorts. */
export type AliasIndexBuilder = { add(alias: string): void; finish(): ArrayBuffer };

export function createAliasIndexBuilder(): AliasIndexBuilder {
  // Key and entry packed in one float64 (48 bits, exact): the native numeric sort orders millions of them in place.
  let packed = new Float64Array(1024);
  let length = 0;
  let aliasCount = 0;
  const firstKeys: number[] = [];
  const push = (key: number, entry: number): void => {
    if (length === packed.length) {
      const grown = new Float64Array(packed.length * 2);
      grown.set(packed);
      packed = grown;
    }
    packed[length++] = key * 0x10000 + entry;
  };
  return {
    add(alias) {
      const keys = aliasKeys(alias);
      if (keys === null) return;
      aliasCount++;
      const last = keys.prefixKeys.length - 1;
      keys.prefixKeys.forEach((key, position) => {
        if (position < last) push(key, CONTINUES);
        else push(key, (keys.fingerprint % CHECK_SIZE) * 4 + ENDS_ALIAS);
      });
      firstKeys.push(keys.prefixKeys[0] ?? 0);
    },
    finish: () => layOut(packed.subarray(0, length).slice().sort(), aliasCount, firstKeys),
  };
}

function layOut(sorted: Float64Array, aliasCount: number, firstKeys: readonly number[]): ArrayBuffer {
  const distinct = sorted.filter((value, index) => index === 0 || value !== sorted[index - 1]);
  const size = distinct.length;
  const bucketBits = Math.max(1, Math.ceil(Math.log2(Math.max(1, size / 4))));
  const filterBits = Math.max(10, Math.ceil(Math.log2(Math.max(1, firstKeys.length * 12))));
  const header = [MAGIC, LAYOUT_VERSION, size, bucketBits, filterBits, aliasCount, 0, 0];
  const buffer = new ArrayBuffer((HEADER_WORDS + 2 ** filterBits / 32 + 2 ** bucketBits + 1 + size) * 4 + size * 2);
  new Uint32Array(buffer, 0, HEADER_WORDS).set(header);
  const index = openAliasIndex(buffer);
  if (index === null) throw new Error('the layout just written does not open');
  distinct.forEach((value, position) => {
    index.keys[position] = Math.floor(value / 0x10000);
    index.entries[position] = value % 0x10000;
  });
  let next = 0;
  for (let bucket = 0; bucket < index.bucketStarts.length; bucket++) {
    while (next < size && (index.keys[next] ?? 0) >>> index.bucketShift < bucket) next++;
    index.bucketStarts[bucket] = next;
  }
  for (const key of firstKeys) {
    const bit = key >>> index.filterShift;
    index.filter[bit >>> 5] = (index.filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
  }
  return buffer;
}

/** Views a buffer made by {@link createAliasIndexBuilder}; null if it is not one, or of another layout version. */
export function openAliasIndex(buffer: ArrayBuffer): AliasIndex | null {
  if (buffer.byteLength < HEADER_WORDS * 4) return null;
  const [magic, version, size = 0, bucketBits = 0, filterBits = 0, aliasCount = 0] = new Uint32Array(
    buffer,
    0,
    HEADER_WORDS,
  );
  if (magic !== MAGIC || version !== LAYOUT_VERSION) return null;
  const filterWords = 2 ** filterBits / 32;
  const buckets = 2 ** bucketBits + 1;
  if (buffer.byteLength !== (HEADER_WORDS + filterWords + buckets + size) * 4 + size * 2) return null;
  let offset = HEADER_WORDS * 4;
  const words = (length: number): Uint32Array => {
    const view = new Uint32Array(buffer, offset, length);
    offset += length * 4;
    return view;
  };
  return {
    aliasCount,
    filter: words(filterWords),
    filterShift: 32 - filterBits,
    bucketStarts: words(buckets),
    bucketShift: 32 - bucketBits,
    keys: words(size),
    entries: new Uint16Array(buffer, offset, size),
  };
}

/** The position of the first entry with this key, or -1. */
export function findKey(index: AliasIndex, key: number): number {
  const wanted = key >>> 0;
  const bucket = wanted >>> index.bucketShift;
  const end = index.bucketStarts[bucket + 1] ?? 0;
  for (let position = index.bucketStarts[bucket] ?? 0; position < end; position++) {
    const candidate = index.keys[position] ?? 0;
    if (candidate >= wanted) return candidate === wanted ? position : -1;
  }
  return -1;
}

/** Whether the entry at `position` ends an alias whose check is `check`. */
export const endsAliasWith = (entry: number, check: number): boolean =>
  (entry & ENDS_ALIAS) !== 0 && entry >>> 2 === checkBits(check);
