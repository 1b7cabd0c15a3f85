/**
 * Remembers ids, and a number for each, in some 12 to 30 bytes an id, where a map of strings needs a hundred. It keeps hashes
 * of 64 bits, not the ids: among the most ids a pack may have, two share one with a probability of some 10⁻⁷.
 */
export type IdTable = {
  /** The number noted for the id, from 1; undefined if it was never added. */
  get(id: string): number | undefined;
  /** Notes an id that is not there yet. */
  add(id: string, number: number): void;
  count(): number;
};

const FIRST_CAPACITY = 1 << 6;
/** More than this share of the slots makes chains long. */
const MAX_LOAD = 0.75;
/** Fields of a slot: two hashes and the number, which is 0 in a free slot. */
const FIELDS = 3;

// FNV-1a, and the same with the odd multiplier and the start of MurmurHash3's second mixing step.
const FNV_OFFSET = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const SECOND_OFFSET = 0xc2b2ae35;
const SECOND_PRIME = 0x85ebca6b;

export function createIdTable(): IdTable {
  let slots = new Uint32Array(FIRST_CAPACITY * FIELDS);
  let count = 0;

  /** Where the slot of these hashes is, or would be. */
  const find = (first: number, second: number): number => {
    const capacity = slots.length / FIELDS;
    for (let position = (first ^ (second >>> 7)) & (capacity - 1); ; position = (position + 1) & (capacity - 1)) {
      const at = position * FIELDS;
      if (slots[at + 2] === 0 || (slots[at] === first && slots[at + 1] === second)) return at;
    }
  };
  const fill = (first: number, second: number, number: number): void => {
    slots.set([first, second, number], find(first, second));
  };
  const grow = (): void => {
    const earlier = slots;
    slots = new Uint32Array(earlier.length * 2);
    for (let at = 0; at < earlier.length; at += FIELDS) {
      const number = earlier[at + 2] ?? 0;
      if (number !== 0) fill(earlier[at] ?? 0, earlier[at + 1] ?? 0, number);
    }
  };

  return {
    get(id) {
      const number = slots[find(hash(id, FNV_OFFSET, FNV_PRIME), hash(id, SECOND_OFFSET, SECOND_PRIME)) + 2];
      return number === 0 ? undefined : number;
    },
    add(id, number) {
      if (++count > (slots.length / FIELDS) * MAX_LOAD) grow();
      fill(hash(id, FNV_OFFSET, FNV_PRIME), hash(id, SECOND_OFFSET, SECOND_PRIME), number);
    },
    count: () => count,
  };
}

function hash(text: string, offset: number, prime: number): number {
  let value = offset;
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), prime);
    value ^= value >>> 15;
  }
  return value >>> 0;
}
