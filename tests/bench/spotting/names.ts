import { createRandom } from './texts.ts';

const SYLLABLES =
  'ba be bo bra dan del dor fen fi gal gor han hel jor ka kel kor lan lem lu mar mel mon nar nel nor pal per pol ran rel ros sal sen sol tan tel tor val ven vor wan wel zan'.split(
    ' ',
  );
/** How many words the names have, as in company registers: 31 % one, 38 % two, 18 % three, 8 % four; 5 % are Chinese. */
const SHAPES: readonly (readonly [share: number, words: number])[] = [
  [0.05, 0],
  [0.36, 1],
  [0.74, 2],
  [0.92, 3],
  [1, 4],
];
const HEADS = 'Global United First New Great The Royal General National Modern Open Green'.split(' ');

/** Coined names, all different; the first `n` are the same whatever the count. */
export function makeNames(count: number): string[] {
  const random = createRandom(7);
  const names = new Set<string>();
  while (names.size < count) names.add(makeName(random));
  return [...names];
}

function makeName(random: () => number): string {
  const draw = random();
  const words = SHAPES.find(([share]) => draw < share)?.[1] ?? 2;
  if (words === 0) return Array.from({ length: 2 + Math.floor(random() * 4) }, () => han(random)).join('');
  const coined = Array.from({ length: words }, () => coin(random));
  // One in ten begins with a word that every text has.
  if (words > 1 && random() < 0.1) coined[0] = HEADS[Math.floor(random() * HEADS.length)] ?? '';
  return coined.join(' ');
}

const han = (random: () => number): string => String.fromCharCode(0x4e00 + Math.floor(random() * 2500));

function coin(random: () => number): string {
  const word = Array.from(
    { length: 2 + Math.floor(random() * 3) },
    () => SYLLABLES[Math.floor(random() * SYLLABLES.length)],
  ).join('');
  return word.charAt(0).toUpperCase() + word.slice(1);
}
