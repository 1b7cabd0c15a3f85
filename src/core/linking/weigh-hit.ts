import type { Reason } from '../model/mention.ts';
import type { NormalizedText } from '../text/normalize.ts';
import { sentenceAround, type SentenceSplitter } from '../text/sentence-window.ts';
import { guessLanguage } from '../text/text-language.ts';
import { meetsNeeds } from './alias-rules.ts';
import { questionKey, type SentenceAnalysis, type SentenceQuestion } from './analyzer.ts';
import type { Hit } from './collect-hits.ts';
import { confidenceOf, LINK_THRESHOLD } from './confidence.ts';
import { cutsWord } from './cut-words.ts';
import type { Weigh } from './evidence-weights.ts';
import { keyOf } from './find-clues.ts';
import { judgeSentence } from './judge-sentence.ts';
import { isPartOfLongerName } from './longer-name.ts';
import { differsInCase, isAmbiguous, isInAllCapsLine, isInLowerCase, shapeOf } from './name-shape.ts';
import { isAddressed, isOtherPerson } from './other-person.ts';
import { beginsSentence } from './proper-words.ts';
import { coMentions, hasLongerForm, type PageContext } from './page-context.ts';

export type WeighingTools = {
  readonly weigh: Weigh;
  readonly split: SentenceSplitter;
  /** Analyses known so far, by {@link questionKey}; null to link without the analyst. */
  readonly analyses: ReadonlyMap<string, SentenceAnalysis> | null;
};

/** The evidence for one hit; the question to the analyst if its answer is still missing. */
export type WeighedHit = {
  readonly hit: Hit;
  readonly reasons: readonly Reason[];
  readonly question?: SentenceQuestion;
  /** Whether another context of the page could change the outcome. */
  readonly dependent: boolean;
};

/** More other names than this make a page no more likely to be about the pack's subject. */
const MAX_CO_MENTIONS = 4;
/** What is restricted although it has several words is a common phrase. */
const PHRASE = 1.3;
/** The most that a sentence can say for a name: without hope there is no need to ask. */
const BEST_SENTENCE = 5;

/** Weighs all that speaks for and against one hit. Pure: the same run, context and analyses give the same reasons. */
export function weighHit(
  hit: Hit,
  run: { readonly text: string; readonly normalized: NormalizedText },
  context: PageContext,
  tools: WeighingTools,
): WeighedHit {
  const { weigh } = tools;
  const { alias, entity, ordinary } = hit.tracked;
  const need = meetsNeeds(alias, entity, run.normalized, hit, context);
  // A word that opens a sentence is capitalised whatever it is, and this page uses it as a word.
  const opensSentence = context.lowered.has(keyOf(hit)) && beginsSentence(run.text, hit.start);
  const ambiguous = isAmbiguous(alias, hit.surface, ordinary === true || opensSentence);
  const reasons: Reason[] = [weigh(shapeOf(alias))];
  if (hit.tracked.derivedFrom !== undefined) reasons.push(weigh('derived'));
  if (/^s/iu.test(run.text.slice(hit.end))) reasons.push(weigh('plural'));
  if (need !== null) reasons.push(weigh(need, need === 'needs-unmet' ? gravityOfNeeds(hit, run.text) : 1));
  reasons.push(...weighSurroundings(hit, run.text, tools));
  reasons.push(...weighShortForm(hit, context, tools));
  const leansOnPage = ambiguous || need === 'needs-unmet';
  const company = Math.min(MAX_CO_MENTIONS, coMentions(context, entity));
  if (leansOnPage && company > 0) reasons.push(weigh('co-mention', company));
  const dependent = leansOnPage || alias.needs !== undefined || shapeOf(alias) === 'abbreviation';
  if (!ambiguous) return { hit, reasons, dependent };
  if (context.lowered.has(keyOf(hit)) && !isInLowerCase(alias, hit.surface)) reasons.push(weigh('also-in-lower-case'));
  if (differsInCase(alias, hit.surface)) reasons.push(weigh('case-differs'));
  if (isInAllCapsLine(run.text, hit.start, hit.end)) reasons.push(weigh('all-caps-line'));
  if (tools.analyses === null || need === 'needs-unmet') return { hit, reasons, dependent };
  if (confidenceOf([...reasons, { evidence: 'verb-follows', weight: BEST_SENTENCE }]) < LINK_THRESHOLD)
    return { hit, reasons, dependent };
  return { hit, dependent, ...askSentence(hit, run.text, reasons, tools, tools.analyses) };
}

/** How much it weighs that the words asked for are missing: less where they could not stand, in a text of another language. */
function gravityOfNeeds(hit: Hit, text: string): number {
  const { alias } = hit.tracked;
  if (shapeOf(alias) === 'full-name') return PHRASE;
  if (alias.lang !== undefined && alias.lang !== 'en') return 1;
  const from = Math.max(0, hit.start - LANGUAGE_REACH);
  const language = guessLanguage(text.slice(from, hit.end + LANGUAGE_REACH));
  return language === 'en' || (language === null && !IDEOGRAPH.test(text.slice(from, hit.end + LANGUAGE_REACH)))
    ? 1
    : FOREIGN;
}

const IDEOGRAPH = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u;
/** A sentence or two on each side. */
const LANGUAGE_REACH = 200;
const FOREIGN = 0.6;

/** What the words right around say, in any language. */
function weighSurroundings(hit: Hit, text: string, { weigh }: WeighingTools): Reason[] {
  const { alias, type, name, derivedFrom } = hit.tracked;
  const reasons: Reason[] = [];
  if (isPartOfLongerName(text, hit, type)) reasons.push(weigh('part-of-longer-name'));
  const isSurname = type === 'person' && !/\s/u.test(alias.text);
  if (isSurname ? isOtherPerson(text, hit, [name, derivedFrom ?? name]) : type !== 'person' && isAddressed(text, hit))
    reasons.push(weigh('name-of-another-person'));
  if (cutsWord(text, hit)) reasons.push(weigh('cuts-a-word'));
  return reasons;
}

/** What the page says about a short form. */
function weighShortForm(hit: Hit, context: PageContext, { weigh }: WeighingTools): Reason[] {
  const key = keyOf(hit);
  if (context.refuted.has(key)) return [weigh('introduced-for-another')];
  const { entity, alias } = hit.tracked;
  return context.otherwise.has(key) && !hasLongerForm(context, entity, alias.text)
    ? [weigh('spelled-out-otherwise')]
    : [];
}

function askSentence(
  hit: Hit,
  text: string,
  reasons: readonly Reason[],
  { weigh, split }: WeighingTools,
  analyses: ReadonlyMap<string, SentenceAnalysis>,
): Pick<WeighedHit, 'reasons' | 'question'> {
  const window = sentenceAround(text, hit.start, hit.end, split);
  const language = guessLanguage(window.text);
  // compromise knows English only.
  if (language !== null && language !== 'en') return { reasons: [...reasons, weigh('other-language')] };
  const question = { sentence: window.text, name: hit.surface };
  const analysis = analyses.get(questionKey(question));
  if (analysis === undefined) return { reasons, question };
  const inSentence = { start: hit.start - window.start, end: hit.end - window.start };
  return { reasons: [...reasons, ...judgeSentence(analysis, inSentence).map((evidence) => weigh(evidence))] };
}
