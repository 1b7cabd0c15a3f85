import { diffWordsWithSpace } from 'diff';

/** A piece of a text that was changed: kept, put in, or taken out. */
export type TextChange = { readonly text: string; readonly change: 'same' | 'added' | 'removed' };

/** Two texts word by word; in scripts without spaces, by what the library takes for words. */
export const compareWords = (before: string, after: string): TextChange[] =>
  diffWordsWithSpace(before, after).map(({ value, added, removed }) => ({
    text: value,
    change: added ? 'added' : removed ? 'removed' : 'same',
  }));
