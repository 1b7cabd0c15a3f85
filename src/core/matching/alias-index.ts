import { checkBits } from './alias-key.ts';

/**
 * The alias index: which token sequences are aliases, and which are the beginning of one. Holds hashes only, no name, in
 * one flat buffer that opens without parsing, so that a tab can have it at once and cannot read the watch list from it.
 *
 * Layout (little-endian): header of 8 words · filter bits · bucket starts · keys (32 bits, sorted) · entries (16 bits).
 * An entry is the 12 check bits of the alias that ends at its key, then how many capitals it must begin with (two bits), then
 * "an alias ends here", then "an alias goes on".
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
const LAYOUT_VERSION = 2;
const HEADER_WORDS = 8;
/** Keys to a bucket on average; with four, a lookup looks at three keys. */
const BUCKET_SIZE = 4;
/** Bits of the filter to a first word at least; of the words of a page, one in so many passes without cause. */
const FILTER_BITS_PER_WORD = 24;

export const ENDS_ALIAS = 2;
export const CONTINUES = 1;

/** How many of its first letters an alias may ask to be capitals: none, one (Medium), or two (MOST). */
export type Capitals = 0 | 1 | 2;
const MAX_CAPITALS = 2;
export const capitalsOf = (entry: number): Capitals => ((entry >>> 2) & 3) as Capitals;

/** Views a buffer made by an alias index builder; null if it is not one, or of another layout version. */
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

/** An empty index with room for so many keys and first words, to be filled in. */
export function allocateAliasIndex(keyCount: number, firstWordCount: number, aliasCount: number): ArrayBuffer {
  const bucketBits = Math.max(1, Math.ceil(Math.log2(Math.max(1, keyCount / BUCKET_SIZE))));
  const filterBits = Math.max(10, Math.ceil(Math.log2(Math.max(1, firstWordCount * FILTER_BITS_PER_WORD))));
  const words = HEADER_WORDS + 2 ** filterBits / 32 + 2 ** bucketBits + 1 + keyCount;
  const buffer = new ArrayBuffer(words * 4 + keyCount * 2);
  const header = [MAGIC, LAYOUT_VERSION, keyCount, bucketBits, filterBits, aliasCount, 0, 0];
  new Uint32Array(buffer, 0, HEADER_WORDS).set(header);
  return buffer;
}

/** Whether an alias may begin with the token of this key: never wrongly false, sometimes wrongly true. */
export function mayBeginAlias(index: AliasIndex, firstKey: number): boolean {
  const bit = firstKey >>> index.filterShift;
  return (((index.filter[bit >>> 5] ?? 0) >>> (bit & 31)) & 1) === 1;
}

/**
 * What the index says of a sequence of tokens: {@link ENDS_ALIAS} and {@link CONTINUES}, or neither; where an alias ends, also
 * how many capitals the least demanding one asks for ({@link capitalsOf}).
 */
export function lookUp(index: AliasIndex, key: number, check: number): number {
  const wanted = key >>> 0;
  const bucket = wanted >>> index.bucketShift;
  const end = index.bucketStarts[bucket + 1] ?? 0;
  let said = 0;
  let capitals = MAX_CAPITALS;
  for (let position = index.bucketStarts[bucket] ?? 0; position < end; position++) {
    const candidate = index.keys[position] ?? 0;
    if (candidate > wanted) break;
    if (candidate < wanted) continue;
    const entry = index.entries[position] ?? 0;
    if ((entry & CONTINUES) !== 0) said |= CONTINUES;
    else if (entry >>> 4 === checkBits(check)) {
      said |= ENDS_ALIAS;
      capitals = Math.min(capitals, capitalsOf(entry));
    }
  }
  return (said & ENDS_ALIAS) === 0 ? said : said | (capitals << 2);
}
