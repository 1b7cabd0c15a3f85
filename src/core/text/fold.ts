/**
 * Folding: what makes two spellings of a name the same to the matcher. Case, accents, full width, ligatures, soft hyphens
 * and zero-width characters do not count; every character is a letter, a separator or nothing at all.
 *
 * Works on UTF-16 code units, so offsets never shift. The scout runs this cold on every page: one small table filled as
 * characters turn up, no regular expression on the way of Latin text.
 */

/** Not part of a word: space, punctuation, symbol. */
export const SEPARATOR = 1;
/** Not there at all: soft hyphen, zero-width characters, combining accents. */
export const IGNORED = 2;
/** Stands for several letters; see {@link expansionOf}. */
export const EXPANDS = 3;
/** Folded values from here on are letters or digits. */
export const FIRST_LETTER = 0x30;
/** Folded values from here on may be ideographs; below there are none. */
export const FIRST_IDEOGRAPH = 0x2e80;

/** What {@link foldUnit} gave for units below {@link FIRST_IDEOGRAPH}; 0 where it has not been asked yet. For tight loops. */
export const FOLDED = new Uint16Array(FIRST_IDEOGRAPH);

const EXPANSIONS: Readonly<Record<number, string>> = {
  0xdf: 'ss',
  0xe6: 'ae',
  0xc6: 'ae',
  0x153: 'oe',
  0x152: 'oe',
  0x1e9e: 'ss',
  0xfb00: 'ff',
  0xfb01: 'fi',
  0xfb02: 'fl',
  0xfb03: 'ffi',
  0xfb04: 'ffl',
  0xfb05: 'st',
  0xfb06: 'st',
};

/** Letters that Unicode does not decompose although readers take them for the plain one. */
const PLAIN_LETTERS: Readonly<Record<number, number>> = {
  0xf8: 0x6f,
  0x111: 0x64,
  0x127: 0x68,
  0x131: 0x69,
  0x142: 0x6c,
};

/** The folded value of one code unit: {@link SEPARATOR}, {@link IGNORED}, {@link EXPANDS}, or a letter's code unit. */
export function foldUnit(unit: number): number {
  if (unit >= FIRST_IDEOGRAPH) return foldHighUnit(unit);
  return FOLDED[unit] || (FOLDED[unit] = foldLowUnit(unit));
}

/** The letters an {@link EXPANDS} unit stands for. */
export const expansionOf = (unit: number): string => EXPANSIONS[unit] ?? '';

/** Han, kana, Hangul and the like: scripts written without spaces, where each character is a token of its own. */
export const isIdeographic = (folded: number): boolean =>
  folded >= 0x2e80 &&
  (folded < 0xa4d0 || (folded >= 0xac00 && folded < 0xe000) || (folded >= 0xf900 && folded < 0xfb00));

function foldLowUnit(unit: number): number {
  if (unit < 0x80) return foldAscii(unit);
  if (unit < 0xc0) return unit === 0xad ? IGNORED : unit === 0xb5 ? 0x3bc : SEPARATOR;
  if (unit === 0xd7 || unit === 0xf7) return SEPARATOR;
  if (EXPANSIONS[unit] !== undefined) return EXPANDS;
  if (unit < 0x2b0) return foldLetter(unit);
  if (unit < 0x370) return unit >= 0x300 ? IGNORED : SEPARATOR;
  if (unit >= 0x2000 && unit < 0x2c00) return foldSymbol(unit);
  if (unit >= 0x2e00) return SEPARATOR;
  return foldOtherScript(unit);
}

function foldAscii(unit: number): number {
  if (unit >= 0x30 && unit <= 0x39) return unit;
  if (unit >= 0x61 && unit <= 0x7a) return unit;
  return unit >= 0x41 && unit <= 0x5a ? unit + 32 : SEPARATOR;
}

/** Lower case without accents. `İ` lowers to `i` and a combining dot, hence the first unit of the decomposition. */
function foldLetter(unit: number): number {
  const lower = String.fromCharCode(unit).normalize('NFKD').toLowerCase().charCodeAt(0);
  return PLAIN_LETTERS[lower] ?? lower;
}

function foldSymbol(unit: number): number {
  if (unit >= 0x200b && unit <= 0x200f) return IGNORED;
  if (unit >= 0x202a && unit <= 0x202e) return IGNORED;
  if (unit >= 0x2060 && unit <= 0x206f) return IGNORED;
  if (unit >= 0x20d0 && unit <= 0x20ff) return IGNORED;
  // Subscripts belong to the word (CO₂); superscripts are footnote marks.
  return unit >= 0x2080 && unit <= 0x2089 ? unit - 0x2080 + 0x30 : SEPARATOR;
}

function foldOtherScript(unit: number): number {
  if (isVowelPoint(unit)) return IGNORED;
  const character = String.fromCharCode(unit);
  if (!/[\p{L}\p{N}\p{M}]/u.test(character)) return unit === 0x61c || unit === 0x180e ? IGNORED : SEPARATOR;
  const folded = foldLetter(unit);
  return folded < FIRST_LETTER ? SEPARATOR : folded;
}

/** Hebrew points, Arabic vowel signs and combining extensions, which texts write or leave out at will. */
const isVowelPoint = (unit: number): boolean =>
  (unit >= 0x591 && unit <= 0x5bd) ||
  (unit >= 0x64b && unit <= 0x652) ||
  unit === 0x640 ||
  (unit >= 0x1ab0 && unit <= 0x1aff) ||
  (unit >= 0x1dc0 && unit <= 0x1dff);

function foldHighUnit(unit: number): number {
  if (unit >= 0x4e00 && unit < 0xa000) return unit;
  if (unit >= 0xac00 && unit < 0xd7a4) return unit;
  if (unit < 0x3400) return foldKana(unit);
  // High surrogates of emoji separate; those of rare ideographs and other scripts are letters, as all low ones are.
  if (unit >= 0xd83c && unit <= 0xd83e) return SEPARATOR;
  if (unit >= 0xe000 && unit < 0xf900) return SEPARATOR;
  if (unit >= 0xfb00) return foldPresentationForm(unit);
  return unit >= 0xf900 ? foldLetter(unit) : unit;
}

function foldKana(unit: number): number {
  if (unit < 0x3000) return unit;
  if (unit < 0x3040) return unit >= 0x3005 && unit <= 0x3007 ? unit : SEPARATOR;
  if (unit === 0x30a0 || unit === 0x30fb || unit === 0x309b || unit === 0x309c) return SEPARATOR;
  return unit >= 0x3200 ? SEPARATOR : unit;
}

function foldPresentationForm(unit: number): number {
  if (unit <= 0xfb06) return EXPANDS;
  if (unit === 0xfeff || (unit >= 0xfe00 && unit <= 0xfe0f) || (unit >= 0xfe20 && unit <= 0xfe2f)) return IGNORED;
  if (unit >= 0xff10 && unit <= 0xff19) return unit - 0xff10 + 0x30;
  if (unit >= 0xff21 && unit <= 0xff3a) return unit - 0xff21 + 0x61;
  if (unit >= 0xff41 && unit <= 0xff5a) return unit - 0xff41 + 0x61;
  if (unit >= 0xff66 && unit <= 0xffdc) return foldLetter(unit);
  if (unit >= 0xfe10 && unit < 0xfe70) return SEPARATOR;
  return unit >= 0xff00 ? SEPARATOR : foldLetter(unit);
}
