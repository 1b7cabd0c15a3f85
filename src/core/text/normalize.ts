import { EXPANDS, expansionOf, foldUnit, IGNORED, isIdeographic, SEPARATOR } from './fold.ts';

/** Folded text with a way back. Words are parted by one space; ideographs stand together. */
export type NormalizedText = {
  readonly folded: string;
  /** For each folded unit, the offset of the original unit it came from (UTF-16); one more entry closes the last unit. */
  readonly offsets: Uint32Array;
};

/** Folds `text` (see `fold.ts`) and keeps, for every unit of the result, where it came from. */
export function normalizeText(text: string): NormalizedText {
  const offsets = new Uint32Array(text.length * 3 + 1);
  let folded = '';
  let end = 0;
  let gap = false;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const value = foldUnit(unit);
    if (value === IGNORED) continue;
    if (value === SEPARATOR) {
      gap = folded.length > 0;
      continue;
    }
    if (gap) {
      offsets[folded.length] = end;
      folded += ' ';
      gap = false;
    }
    const letters = value === EXPANDS ? expansionOf(unit) : String.fromCharCode(value);
    for (let letter = 0; letter < letters.length; letter++) offsets[folded.length + letter] = index;
    folded += letters;
    end = index + 1;
  }
  offsets[folded.length] = end;
  return { folded, offsets: offsets.slice(0, folded.length + 1) };
}

/** The original span of `folded.slice(start, end)`, end exclusive. */
export function originalSpan(text: NormalizedText, start: number, end: number): { start: number; end: number } {
  return { start: text.offsets[start] ?? 0, end: (text.offsets[end - 1] ?? -1) + 1 };
}

/** Every place where the folded `phrase` stands in `text` as whole words, as starts in the folded text. */
export function findPhrase(text: NormalizedText, phrase: string): number[] {
  const starts: number[] = [];
  if (phrase === '') return starts;
  for (let at = text.folded.indexOf(phrase); at >= 0; at = text.folded.indexOf(phrase, at + 1)) {
    if (isWordEdge(text.folded, at) && isWordEdge(text.folded, at + phrase.length)) starts.push(at);
  }
  return starts;
}

/** Whether a word ends, begins, or both between `index - 1` and `index` of a folded text. */
function isWordEdge(folded: string, index: number): boolean {
  if (index === 0 || index === folded.length) return true;
  const before = folded.charCodeAt(index - 1);
  const after = folded.charCodeAt(index);
  return before === 0x20 || after === 0x20 || isIdeographic(before) || isIdeographic(after);
}
