import { segmentSentences } from './segment-sentences.ts';

/**
 * How far around a name a sentence is looked for. Press sentences are 120 characters on average and rarely over 500; the
 * window keeps pages without full stops from handing compromise a novel.
 */
const REACH = 600;

export type SentenceWindow = { readonly text: string; readonly start: number };

/** The sentence in which `[start, end)` stands, cut from at most {@link REACH} characters on each side. */
export function sentenceAround(text: string, start: number, end: number): SentenceWindow {
  const from = windowStart(text, start);
  const window = text.slice(from, windowEnd(text, end));
  const spans = segmentSentences(window).filter((span) => span.start < end - from && span.end > start - from);
  const first = spans[0];
  const last = spans.at(-1);
  if (first === undefined || last === undefined) return { text: window, start: from };
  return { text: window.slice(first.start, last.end).trimEnd(), start: from + first.start };
}

function windowStart(text: string, start: number): number {
  if (start <= REACH) return 0;
  const space = text.indexOf(' ', start - REACH);
  return space >= 0 && space < start ? space + 1 : start - REACH;
}

function windowEnd(text: string, end: number): number {
  if (text.length - end <= REACH) return text.length;
  const space = text.lastIndexOf(' ', end + REACH);
  return space > end ? space : end + REACH;
}
