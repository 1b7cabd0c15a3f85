/** Numbers that look random and are the same for the same seed. */
export type SeededRandom = {
  /** A number from 0 to 1, 1 excluded. */
  next(): number;
  pick<T>(choices: readonly T[]): T;
};

/** Mulberry32, a generator of 32 bits by Tommy Ettinger (public domain). */
export function createSeededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return {
    next,
    pick(choices) {
      const [first] = choices;
      if (first === undefined) throw new Error('nothing to pick from');
      return choices[Math.floor(next() * choices.length)] ?? first;
    },
  };
}
