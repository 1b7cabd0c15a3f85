/** Where a sentence stands, in UTF-16 code units, end exclusive. */
export type SentenceSpan = { readonly start: number; readonly end: number };

/** A point after these ends no sentence: one capital letter, letters with points between them, titles, legal forms. */
const ABBREVIATION =
  /(?<![\p{L}\p{N}])(?:\p{Lu}|(?:\p{L}\.)+\p{L}|Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|St|Inc|Ltd|Co|Corp|vs|No|Nos|Fig|approx|est)\.[ \u00a0]+$/u;

// The classes and rules (SB…) of Unicode Standard Annex 29, section 5: https://www.unicode.org/reports/tr29/#Sentence_Boundaries
const PARAGRAPH_END = String.raw`\n\r\u0085\u2028\u2029`;
const POINT = String.raw`.\u2024\uFE52\uFF0E`;
const CLOSE = String.raw`\p{Ps}\p{Pe}\p{Pi}\p{Pf}"'\u275B-\u2760`;
const SPACE = String.raw`\t\v\f \xA0\u1680\u2000-\u200A\u202F\u205F\u3000`;
/** Marks and format characters belong to what they follow (SB5). */
const EXTEND = String.raw`\p{M}\p{Cf}`;
const CONTINUES = String.raw`,\-:;\u037E\u055D\u060C\u060D\u07F8\u1802\u1808\u2013\u2014\u3001\uFE10\uFE11\uFE13\uFE14\uFE31\uFE32\uFE50\uFE51\uFE54\uFE55\uFE58\uFE63\uFF0C\uFF0D\uFF1A\uFF1B\uFF64`;

/** A sentence may end behind this: a terminal (1) with what closes (2) and white space (3), the end of a paragraph (4) or that alone. */
const END = new RegExp(
  String.raw`([\p{STerm}${POINT}])([${CLOSE}${EXTEND}]*)([${SPACE}][${SPACE}${EXTEND}]*)?(\r\n|[${PARAGRAPH_END}])?|\r\n|[${PARAGRAPH_END}]`,
  'gu',
);
const CLOSES = new RegExp(`[${CLOSE}]`, 'u');
const IS_POINT = new RegExp(`[${POINT}]`, 'u');
/** SB8a: what goes on after a terminal. */
const GOES_ON = new RegExp(String.raw`[${CONTINUES}\p{STerm}${POINT}]`, 'uy');
/** SB6, SB7: what may follow a point at once and is no new sentence. Georgian letters begin sentences whatever their case. */
const DIGIT = /\p{Nd}/uy;
const CAPITAL = /(?![\u1C90-\u1CBF])[\p{Uppercase}\p{Lt}]/uy;
const AFTER_CASED = /(?<=(?![\u10D0-\u10FF\u1C90-\u1CBF])[\p{Uppercase}\p{Lt}\p{Lowercase}][\p{M}\p{Cf}]*)/uy;
/** SB8: the first letter after a point is a small one. */
const SMALL_NEXT = new RegExp(
  String.raw`[^\p{Alphabetic}\p{Lt}${PARAGRAPH_END}\p{STerm}${POINT}]*(?![\u10D0-\u10FF])\p{Lowercase}`,
  'uy',
);

/**
 * Sentences by the rules of Unicode Standard Annex 29 (tested against `Intl.Segmenter`, which would do but takes 10 to 13 ms to
 * load in every new process, on the page's own thread). Those rules take every point before a capital for an end; what ends in
 * an abbreviation is put together again with what follows.
 */
export function segmentSentences(text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let start = 0;
  for (const found of text.matchAll(END)) {
    const end = found.index + found[0].length;
    if (end === text.length) break;
    if (!isEnd(text, found, end) || ABBREVIATION.test(text.slice(start, end))) continue;
    spans.push({ start, end });
    start = end;
  }
  if (start < text.length) spans.push({ start, end: text.length });
  return spans;
}

function isEnd(text: string, found: RegExpExecArray, end: number): boolean {
  const [, terminal, closing = '', spaces, paragraphEnd] = found;
  if (terminal === undefined || paragraphEnd !== undefined) return true;
  if (matchesAt(GOES_ON, text, end)) return false;
  if (!IS_POINT.test(terminal)) return true;
  if (spaces === undefined && !CLOSES.test(closing)) {
    if (matchesAt(DIGIT, text, end)) return false;
    if (matchesAt(CAPITAL, text, end) && matchesAt(AFTER_CASED, text, found.index)) return false;
  }
  return !matchesAt(SMALL_NEXT, text, end);
}

function matchesAt(sticky: RegExp, text: string, index: number): boolean {
  sticky.lastIndex = index;
  return sticky.test(text);
}
