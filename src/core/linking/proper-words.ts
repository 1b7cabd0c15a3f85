import type { Span } from '../matching/verify-candidate.ts';
import { guessLanguage } from '../text/text-language.ts';

/** Right after a name only "&" joins: in "Huawei and Acme Bank" and "Ma of Acme University" the other name is another. */
const FIRST_WORD = /[ \u00a0](?:&[ \u00a0])?(\p{Lu}[\p{L}\p{M}\p{N}'’.-]*)/uy;
const NEXT_WORD = /[ \u00a0](?:(?:of|the|for|&)[ \u00a0])?(\p{Lu}[\p{L}\p{M}\p{N}'’.-]*)/uy;
const PREVIOUS_WORD = /(\p{Lu}[\p{L}\p{M}'’.-]*)[ \u00a0]$/u;
/** Longer names have their head within so many words. */
const MAX_WORDS = 4;
/** No word is longer. */
const REACH = 40;

/** The capitalised words right after a span, parted by single spaces and small words, as in a proper name that goes on. */
export function properWordsAfter(text: string, span: Span): string[] {
  const words: string[] = [];
  FIRST_WORD.lastIndex = span.end;
  let match = FIRST_WORD.exec(text);
  NEXT_WORD.lastIndex = FIRST_WORD.lastIndex;
  for (; match !== null && words.length < MAX_WORDS; match = NEXT_WORD.exec(text)) {
    const word = match[1] ?? '';
    words.push(word.replace(/(?:['’]s?|[.'’-])+$/u, ''));
    // A full stop, an owner's s: the name ends here.
    if (/['’.]/u.test(word)) break;
  }
  return words;
}

/** The capitalised word that follows a span with nothing but a space between; null if there is none. */
export const nextProperWord = (text: string, span: Span): string | null =>
  /^[ \u00a0](\p{Lu}[\p{L}\p{M}\p{N}'’-]*)/u.exec(text.slice(span.end, span.end + REACH))?.[1] ?? null;

/** A capitalised word, and whether it may owe its capital to its place. */
export type ProperWord = { readonly word: string; readonly beginsSentence: boolean };

/** The capitalised word right before a span; null if there is none. */
export function properWordBefore(text: string, span: Span): ProperWord | null {
  const before = text.slice(Math.max(0, span.start - REACH), span.start);
  const match = PREVIOUS_WORD.exec(before);
  if (match === null) return null;
  return { word: match[1] ?? '', beginsSentence: beginsSentence(text, span.start - before.length + match.index) };
}

/** Whether a sentence, a line or a quotation begins at `offset`. */
export const beginsSentence = (text: string, offset: number): boolean =>
  /(?:^|[.!?:;…]["'”’)\]]*\s+|\n\s*|["“„«‘(•–—-]\s*)$/u.test(text.slice(Math.max(0, offset - 6), offset));

/** Whether the text around a span is German, where a capital makes no name. */
export const capitalisesNouns = (text: string, span: Span): boolean =>
  guessLanguage(text.slice(Math.max(0, span.start - LANGUAGE_REACH), span.end + LANGUAGE_REACH)) === 'de';

/** A sentence or two on each side. */
const LANGUAGE_REACH = 200;

/** Words that headlines leave small. */
const SMALL_WORD = /^(?:the|and|for|with|from|over|into|but|its|via|per|nor|out|off|than|that|amid)$/u;

/** Whether the line around a span capitalises most of its words, as headlines do. */
export function isInTitleCaseLine(text: string, span: Span): boolean {
  const lineStart = text.lastIndexOf('\n', span.start - 1) + 1;
  const lineEnd = text.indexOf('\n', span.end);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);
  const words = (line.match(/\p{L}[\p{L}\p{M}'’]{2,}/gu) ?? []).filter((word) => !SMALL_WORD.test(word));
  const capitalised = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  return words.length >= 3 && capitalised >= words.length * 0.9;
}
