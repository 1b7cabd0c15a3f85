/** Where a sentence stands, in UTF-16 code units, end exclusive. */
export type SentenceSpan = { readonly start: number; readonly end: number };

/** A point after these ends no sentence: one capital letter, letters with points between them, titles, legal forms. */
const ABBREVIATION =
  /(?<![\p{L}\p{N}])(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|St|Inc|Ltd|Co|Corp|vs|No|Nos|Fig|approx|est)\.[ \u00a0]+$/u;

let segmenter: Intl.Segmenter | undefined;

/**
 * Sentences as the platform cuts them (Unicode Standard Annex 29), which needs no script of ours in the page. That rule takes
 * every point before a capital for an end; what ends in an abbreviation is put together again with what follows.
 */
export function segmentSentences(text: string): SentenceSpan[] {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'sentence' });
  const spans: SentenceSpan[] = [];
  let start = 0;
  for (const { index, segment } of segmenter.segment(text)) {
    const end = index + segment.length;
    if (end < text.length && ABBREVIATION.test(segment)) continue;
    spans.push({ start, end });
    start = end;
  }
  return spans;
}
