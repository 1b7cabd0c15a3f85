import type { SentenceSplitter } from './sentence-window.ts';

let segmenter: Intl.Segmenter | undefined;

/**
 * Sentences as the platform cuts them (UAX 29). Good enough to show and to rank by, and there without loading anything; the
 * judgement of ambiguous names uses compromise's splitter, which knows abbreviations.
 */
export const segmentSentences: SentenceSplitter = (text) => {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'sentence' });
  return [...segmenter.segment(text)].map(({ index, segment }) => ({ start: index, end: index + segment.length }));
};
