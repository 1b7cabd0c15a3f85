import type { Evidence, Reason } from '../model/mention.ts';
import { sentenceAround } from '../text/sentence-window.ts';
import { guessLanguage } from '../text/text-language.ts';
import { questionKey, type SentenceAnalysis, type SentenceQuestion } from './analyzer.ts';
import type { Hit } from './collect-hits.ts';
import type { Weigh } from './evidence-weights.ts';
import { judgeSentence } from './judge-sentence.ts';
import { beginsSentence } from './proper-words.ts';

export type SentenceTools = {
  readonly weigh: Weigh;
  /** Analyses known so far, by {@link questionKey}; null to link without the analyst. */
  readonly analyses: ReadonlyMap<string, SentenceAnalysis> | null;
};

/** What a sentence says against a name because it may be a person's. */
const ABOUT_PERSONS: ReadonlySet<Evidence> = new Set(['given-name', 'name-of-another-person']);

/** The answer that must be had before a sentence can be weighed. */
export type Missing = { readonly missing: SentenceQuestion };

/** What the sentence around a name says of it, or what is missing to know. */
export function weighSentence(hit: Hit, text: string, tools: SentenceTools): readonly Reason[] | Missing {
  const { weigh, analyses } = tools;
  if (analyses === null) return [];
  const window = sentenceAround(text, hit.start, hit.end);
  const language = guessLanguage(window.text);
  // compromise knows English only.
  if (language !== null && language !== 'en') return [weigh('other-language')];
  const question = { sentence: window.text, name: hit.surface };
  const analysis = analyses.get(questionKey(question));
  if (analysis === undefined) return { missing: question };
  const found = judgeSentence(analysis, { start: hit.start - window.start, end: hit.end - window.start });
  const isWord = analysis.terms.some((term) => term.reading !== undefined);
  if (isWord && mayOweItsCapital(hit, text)) found.push('opens-sentence');
  return found
    .filter((evidence) => hit.tracked.type !== 'person' || !ABOUT_PERSONS.has(evidence))
    .map((evidence) => weigh(evidence));
}

/** Whether a name is capitalised because of its place perhaps; one in capitals throughout is not. */
export const mayOweItsCapital = (hit: Hit, text: string): boolean =>
  /^\p{Lu}\p{Ll}+$/u.test(hit.surface) && beginsSentence(text, hit.start);
