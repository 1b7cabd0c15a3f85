import type { Evidence, Reason } from '../model/mention.ts';
import type { NormalizedText } from '../text/normalize.ts';
import type { Hit } from './collect-hits.ts';
import { confidenceOf, LINK_THRESHOLD } from './confidence.ts';
import { keyOf } from './find-clues.ts';
import { differsInCase, isAmbiguous, isInAllCapsLine, isShortForm, shapeOf } from './name-shape.ts';
import { mayFollowFirstName } from './other-person.ts';
import { coMentions, hasLongerForm, type PageContext } from './page-context.ts';
import { weighNeed } from './weigh-need.ts';
import { mayOweItsCapital, weighSentence, type Missing, type SentenceTools } from './weigh-sentence.ts';
import { weighSurroundings } from './weigh-surroundings.ts';

/** Whoever else bears a name acts and owns as well as the entity would. */
const ACTS: ReadonlySet<Evidence> = new Set(['verb-follows', 'possessive']);

/** The evidence for one hit, and what is still missing to judge it. */
export type WeighedHit = {
  readonly hit: Hit;
  readonly reasons: readonly Reason[];
  readonly missing?: Missing['missing'];
  /** Whether another context of the page could change the outcome. */
  readonly dependent: boolean;
};

export type WeighableRun = {
  readonly text: string;
  readonly normalized: NormalizedText;
  /** Whether a followed name begins at an offset of the text. */
  readonly isFollowed: (offset: number) => boolean;
};

/** More other names than this make a page no more likely to be about the pack's subject. */
const MAX_CO_MENTIONS = 4;
/** The most that a sentence can say for a name: without hope there is no need to ask. */
const BEST_SENTENCE: Reason = { evidence: 'verb-follows', weight: 5 };

/** Weighs all that speaks for and against one hit. Pure: the same run, context and analyses give the same reasons. */
export function weighHit(hit: Hit, run: WeighableRun, context: PageContext, tools: SentenceTools): WeighedHit {
  const { weigh } = tools;
  const { alias, entity, derivedFrom } = hit.tracked;
  const need = weighNeed(hit, run, context, weigh);
  const ambiguous = mayMeanElse(hit, run.text, context);
  const isUnmet = need?.evidence === 'needs-unmet';
  const isBorrowed = need === null && context.borrowed.has(keyOf(hit));
  const company = Math.min(MAX_CO_MENTIONS, coMentions(context, entity));
  const reasons: Reason[] = [
    weigh(shapeOf(alias)),
    ...(derivedFrom === undefined ? [] : [weigh('derived')]),
    ...(need === null ? [] : [need]),
    ...weighSurroundings(hit, run, weigh),
    ...weighShortForm(hit, context, tools),
    ...(isBorrowed ? [weigh('borne-by-another', isFullNameOfPerson(hit) ? 2 : 1)] : []),
    ...((ambiguous || isUnmet) && company > 0 ? [weigh('co-mention', company)] : []),
    ...(ambiguous ? weighCase(hit, run.text, context, tools) : []),
  ];
  const dependent = ambiguous || !/\s/u.test(alias.text) || alias.needs !== undefined || isShortForm(alias.text);
  const isHopeless = isUnmet || confidenceOf([...reasons, BEST_SENTENCE]) < LINK_THRESHOLD;
  if (!ambiguous || isHopeless) return { hit, reasons, dependent };
  const judged = weighSentence(hit, run.text, tools);
  return 'missing' in judged
    ? { hit, reasons, missing: judged.missing, dependent }
    : {
        hit,
        reasons: [...reasons, ...judged.filter(({ evidence }) => !(isBorrowed && ACTS.has(evidence)))],
        dependent,
      };
}

/** Two people of one full name hardly ever stand on one page: who bears it once bears it throughout. */
const isFullNameOfPerson = ({ tracked: { type, alias } }: Hit): boolean =>
  type === 'person' && shapeOf(alias) === 'full-name';

/** Whether the sentence has to be asked what a name means in it. */
function mayMeanElse(hit: Hit, text: string, context: PageContext): boolean {
  const { alias, type, ordinary } = hit.tracked;
  // A word that opens a sentence is capitalised whatever it is, and this page uses it as a word.
  const isWordHere = isWordOnPage(hit, context) && mayOweItsCapital(hit, text);
  const mayBeSurname = type !== 'person' && mayFollowFirstName(text, hit);
  return isAmbiguous(alias, hit.surface, ordinary === true || isWordHere || mayBeSurname);
}

/** Whether the page has the name as a word in lower case too. For an abbreviation that says nothing: "most" stands everywhere. */
const isWordOnPage = (hit: Hit, context: PageContext): boolean =>
  context.lowered.has(hit.fingerprint) && !/^\p{Lu}+$/u.test(hit.tracked.alias.text);

function weighCase(hit: Hit, text: string, context: PageContext, { weigh }: SentenceTools): Reason[] {
  const { alias } = hit.tracked;
  const reasons: Reason[] = [];
  if (isWordOnPage(hit, context)) reasons.push(weigh('also-in-lower-case'));
  if (differsInCase(alias, hit.surface)) reasons.push(weigh('case-differs'));
  if (isInAllCapsLine(text, hit.start, hit.end)) reasons.push(weigh('all-caps-line'));
  return reasons;
}

/** What the page says about a short form. */
function weighShortForm(hit: Hit, context: PageContext, { weigh }: SentenceTools): Reason[] {
  const key = keyOf(hit);
  if (context.refuted.has(key)) return [weigh('introduced-for-another')];
  const { entity, alias } = hit.tracked;
  return context.otherwise.has(key) && !hasLongerForm(context, entity, alias.text)
    ? [weigh('spelled-out-otherwise')]
    : [];
}
