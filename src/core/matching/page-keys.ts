import { MAX_ALIAS_TOKENS } from './alias-key.ts';
import type { KeyMatch } from './match-page-keys.ts';
import { hashIdeograph, isHan, mayJoin, newTokenCursor, readToken } from './tokens.ts';

/**
 * What a tab sends where the watch list is too large to hold: the hashes of its tokens, each once, and in which order they
 * stand. No word can be read from it, and 100 kB of prose become some 50 kB.
 */
export type PageKeys = {
  /** The distinct token hashes. */
  readonly hashes: Uint32Array;
  /** For each token in reading order its position in `hashes`; {@link NO_JOIN} where a name cannot go on. */
  readonly order: Uint16Array;
};

/** Stands between two tokens that cannot belong to one name. */
export const NO_JOIN = 0xffff;

/** Collects the keys of several texts, and remembers where their tokens stand. */
export type PageKeysCollector = {
  /**
   * Adds a text from the offset `from`; a name never goes from one text into the next. Returns the offset from which to go on
   * after the next {@link clear}, where the text is longer than what fits; else its length. What is added again then overlaps,
   * so that a name at the cut is found, if not twice.
   */
  add(text: string, from: number): number;
  /** Whether it is time to send: more would be too much for one message. */
  isFull(): boolean;
  keys(): PageKeys;
  /** Where a match stands: the number of the text, and UTF-16 offsets in it, end exclusive. */
  locate(match: Pick<KeyMatch, 'first' | 'last' | 'plural'>): {
    readonly text: number;
    readonly start: number;
    readonly end: number;
  };
  clear(): void;
};

/** Some 50 kB of prose: one message for most articles. */
const FULL_AT = 1 << 13;
/** Room for the text that overflows it; 0.25 MB in all. */
export const MAX_TOKENS = FULL_AT * 2;
const TABLE_BITS = 15;
const TABLE_SIZE = 1 << TABLE_BITS;

const cursor = newTokenCursor();

export function createPageKeysCollector(): PageKeysCollector {
  const table = new Uint16Array(TABLE_SIZE);
  const hashes = new Uint32Array(MAX_TOKENS);
  const order = new Uint16Array(MAX_TOKENS);
  const starts = new Uint32Array(MAX_TOKENS);
  const ends = new Uint32Array(MAX_TOKENS);
  /** The first token of each text. */
  let texts: number[] = [];
  let hashCount = 0;
  let tokenCount = 0;

  /** The position of a hash in `hashes`, by open addressing in a table that is never more than half full. */
  const positionOf = (hash: number): number => {
    const wanted = hash >>> 0;
    // The high bits of a token's hash are well mixed.
    for (let slot = wanted >>> (32 - TABLE_BITS); ; slot = (slot + 1) & (TABLE_SIZE - 1)) {
      const position = (table[slot] ?? 0) - 1;
      if (position >= 0 && hashes[position] === wanted) return position;
      if (position >= 0) continue;
      hashes[hashCount] = wanted;
      table[slot] = ++hashCount;
      return hashCount - 1;
    }
  };
  const part = (): void => {
    if (tokenCount > 0 && order[tokenCount - 1] !== NO_JOIN) order[tokenCount++] = NO_JOIN;
  };

  return {
    add(text, from) {
      part();
      texts.push(tokenCount);
      let end = from;
      let wasIdeographic = false;
      for (;;) {
        if (tokenCount >= MAX_TOKENS - 2) return starts[tokenCount - MAX_ALIAS_TOKENS * 2] ?? text.length;
        const unit = text.charCodeAt(end);
        if (wasIdeographic && isHan(unit)) {
          // One Han character after another: most tokens of a Chinese page, and each is its own fold.
          starts[tokenCount] = end++;
          ends[tokenCount] = end;
          order[tokenCount++] = positionOf(hashIdeograph(unit));
          continue;
        }
        if (!readToken(text, end, cursor)) break;
        if (end > from && !mayJoin(text, end, cursor.start, wasIdeographic && cursor.ideographic)) part();
        starts[tokenCount] = cursor.start;
        ends[tokenCount] = end = cursor.end;
        wasIdeographic = cursor.ideographic;
        order[tokenCount++] = positionOf(cursor.hash);
      }
      return text.length;
    },
    isFull: () => tokenCount >= FULL_AT,
    keys: () => ({ hashes: hashes.slice(0, hashCount), order: order.slice(0, tokenCount) }),
    locate({ first, last, plural }) {
      const text = texts.findLastIndex((start) => start <= first);
      return { text, start: starts[first] ?? 0, end: (ends[last] ?? 0) - (plural ? 1 : 0) };
    },
    clear() {
      table.fill(0);
      texts = [];
      hashCount = 0;
      tokenCount = 0;
    },
  };
}
