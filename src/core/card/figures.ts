/** A number as a text gives it, whatever it counts. */
const FIGURE =
  /(?<![\p{L}\d])(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*((?:thousand|million|billion|trillion|mn|bn|tn|[kmb])(?!\p{L})|万亿|亿|万)?/giu;

const SCALES: Readonly<Record<string, number>> = {
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  mn: 1e6,
  m: 1e6,
  billion: 1e9,
  bn: 1e9,
  b: 1e9,
  trillion: 1e12,
  tn: 1e12,
  万: 1e4,
  亿: 1e8,
  万亿: 1e12,
};

const WORDS: Readonly<Record<string, number>> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  fifty: 50,
  hundred: 100,
  half: 0.5,
  first: 1,
  second: 2,
  third: 3,
};

/** The numbers of a text: digits with their scale ("$4.5 bn" is 4 500 000 000), years among them, and small number words. */
export function readFigures(text: string): number[] {
  const found = [...text.matchAll(FIGURE)].map(([, whole = '', fraction = '', scale = '']) => {
    const number = Number(whole.replaceAll(',', '') + fraction);
    return number * (SCALES[scale.toLowerCase()] ?? 1);
  });
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return [...found, ...words.flatMap((word) => (Object.hasOwn(WORDS, word) ? [WORDS[word] ?? 0] : []))];
}
