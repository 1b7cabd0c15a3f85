import { diffArrays } from 'diff';

/** A piece of a text that was changed: kept, put in, or taken out. */
export type TextChange = { readonly text: string; readonly change: 'same' | 'added' | 'removed' };

/** A number with its signs, a word, a character of a script without spaces, white space, or anything else by itself. */
const TOKEN =
  /\d+(?:[.,’]\d+)*|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{M}]+|\s+|[^]/gu;

/** Two texts word by word. */
export const compareWords = (before: string, after: string): TextChange[] =>
  diffArrays(before.match(TOKEN) ?? [], after.match(TOKEN) ?? []).map(({ value, added, removed }) => ({
    text: value.join(''),
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
