import { LIMITS } from '../model/limits.ts';
import { sentenceAround } from '../text/sentence-window.ts';
import { MAX_CHOICES, type Capture, type EntityChoice, type Intent } from './capture.ts';
import type { Clip } from './clip.ts';
import { describeSource } from './describe-source.ts';
import { tidyText } from './tidy-text.ts';

/** Words around a quote that tell it from the same words elsewhere. */
const WORDS_AROUND = 4;
/** A selection that is longer is no name, so that none is suggested. */
const MAX_NAME_WORDS = 8;

export type CaptureOccasion = {
  readonly id: string;
  readonly intent: Intent;
  /** Milliseconds since the epoch. */
  readonly now: number;
  readonly guesses: readonly EntityChoice[];
};

/** The sentence (or sentences) in which the selection stands. */
export function sentenceOf({ before, selection, after }: Clip): string {
  const end = before.length + selection.length;
  return sentenceAround(`${before}${selection}${after}`, before.length, end).text;
}

/** A capture with all that fills itself in: everything but the claim, which is the user's to write. */
export function beginCapture(clip: Clip, { id, intent, now, guesses }: CaptureOccasion): Capture {
  const quote = tidyText(clip.selection, LIMITS.statementLength);
  const isName = quote.split(' ').length <= MAX_NAME_WORDS && quote.length <= LIMITS.nameLength;
  const source = describeSource(clip, new Date(now).toISOString().slice(0, 10));
  const offered = guesses.slice(0, MAX_CHOICES);
  return {
    ...{ id, intent, quote },
    capturedAt: now,
    prefix: clip.isRepeated ? lastWords(clip.before) : '',
    suffix: clip.isRepeated ? firstWords(clip.after) : '',
    sentence: tidyText(sentenceOf(clip), LIMITS.noteLength),
    guesses: offered,
    draft: {
      subject: intent === 'fact' ? (offered[0] ?? null) : null,
      name: isName ? tidyName(quote) : '',
      entityType: 'company',
      statement: '',
      kind: '',
      certainty: 'reported',
      asOf: source.issued,
      source,
    },
  };
}

/** A name without the quotation marks, brackets, commas and full stops around it. */
const tidyName = (text: string): string =>
  text.replaceAll(/^[\s"'“”„‘’«»(),;:]+|[\s"'“”„‘’«»(),;:!?]+$|(?<=\p{Ll}{3})\.$/gu, '');

const lastWords = (text: string): string =>
  wordsOf(text).slice(-WORDS_AROUND).join(' ').slice(-LIMITS.shortTextLength).toWellFormed();
const firstWords = (text: string): string =>
  tidyText(wordsOf(text).slice(0, WORDS_AROUND).join(' '), LIMITS.shortTextLength);
const wordsOf = (text: string): string[] =>
  tidyText(text, text.length)
    .split(' ')
    .filter((word) => word !== '');
