import { isHangul } from '../matching/tokens.ts';
import type { Span } from '../matching/verify-candidate.ts';

/** Longer names do not turn up inside other words by chance. */
const MAX_LENGTH = 3;
/** Characters on each side that the segmenter sees: words are four characters at most, but depend on their neighbours. */
const REACH = 12;

const segmenters = new Map<string, Intl.Segmenter>();

/**
 * Whether a short Chinese or Japanese name at `span` begins or ends inside a word of the text: 上海 in 船上海员, 天津 in
 * 今天津津有味. Asks the word list of the platform (ICU), which knows few names, so a word that lies wholly inside the name
 * says nothing. A Korean name may have particles behind it, but nothing before it.
 */
export function cutsWord(text: string, span: Span): boolean {
  if (isHangul(text.charCodeAt(span.start)) && isHangul(text.charCodeAt(span.start - 1))) return true;
  const surface = text.slice(span.start, span.end);
  if (surface.length > MAX_LENGTH || !/^[\p{Script=Han}\p{Script=Hiragana}]+$/u.test(surface)) return false;
  const from = Math.max(0, span.start - REACH);
  const around = text.slice(from, span.end + REACH);
  const segments = segmenterFor(/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(around) ? 'ja' : 'zh').segment(around);
  const cuts = (offset: number): boolean => {
    const segment = segments.containing(offset - from);
    return segment !== undefined && segment.index < offset - from;
  };
  // 会|同工|信|部: of a name it does not know, the list gave one character to the word before and has no word for the rest.
  const isTorn = surface.length === MAX_LENGTH && !cuts(span.start + 1) && !cuts(span.start + 2);
  return cuts(span.end) || (cuts(span.start) && !isTorn);
}

function segmenterFor(language: string): Intl.Segmenter {
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, known);
  return known;
}
