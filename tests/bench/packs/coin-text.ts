import { coinName } from '../../fixtures/many-names.ts';

const CAPITALS = 26;
const HAN_COUNT = 2500;

/** A coined spelling of the same shape as `like`: an abbreviation, Chinese, one word or several. `number` tells them apart. */
export function coinText(like: string, number: number): string {
  if (/\p{Script=Han}/u.test(like)) return spell(number, HAN_COUNT, 4, 0x4e00);
  if (/^\p{Lu}{2,6}$/u.test(like)) return spell(number, CAPITALS, 6, 0x41);
  const name = coinName(number);
  return like.includes(' ')
    ? name
    : name
        .replace(' ', '')
        .toLowerCase()
        .replace(/^./, (first) => first.toUpperCase());
}

/** The number in `count` characters from `first` on, to `length` places. */
function spell(number: number, count: number, length: number, first: number): string {
  let rest = number;
  let text = '';
  for (let place = 0; place < length; place++) {
    text += String.fromCharCode(first + (rest % count));
    rest = Math.floor(rest / count);
  }
  return text;
}
