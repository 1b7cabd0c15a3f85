const PRIME_LOW = 0x1b3;
const TWO_32 = 2 ** 32;

/**
 * The first `digits` (at most 16) hexadecimal digits of the text's FNV-1a hash of 64 bits (Fowler, Noll, Vo), taken over its
 * UTF-16 code units, low byte first. For ids, not for security.
 */
export function textDigest(text: string, digits: number): string {
  let high = 0xcbf29ce4;
  let low = 0x84222325;
  const mix = (byte: number): void => {
    low = (low ^ byte) >>> 0;
    // Times the prime 2^40 + 0x1b3, modulo 2^64, in halves that a double holds exactly.
    const product = low * PRIME_LOW;
    high = (Math.imul(high, PRIME_LOW) + Math.floor(product / TWO_32) + (low << 8)) >>> 0;
    low = product % TWO_32;
  };
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    mix(unit & 0xff);
    mix(unit >>> 8);
  }
  const hex = (half: number): string => half.toString(16).padStart(8, '0');
  return `${hex(high)}${hex(low)}`.slice(0, digits);
}
