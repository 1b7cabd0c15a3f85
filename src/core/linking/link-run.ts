import type { Candidate } from '../matching/find-candidates.ts';
import { selectLongest } from '../matching/longest-match.ts';
import { verifyCandidate, type AliasSpelling, type Span } from '../matching/verify-candidate.ts';
import type { Fingerprint } from '../matching/alias-key.ts';
import { entityKey, type Mention, type Reason, type TrackedAlias } from '../model/mention.ts';
import { normalizeText, type NormalizedText } from '../text/normalize.ts';
import { sentenceAround, type SentenceSplitter } from '../text/sentence-window.ts';
import { isInWebAddress } from '../text/web-address.ts';
import { isPartOfOtherPhrase, meetsNeeds, obeysCase } from './alias-rules.ts';
import { questionKey, type SentenceAnalysis, type SentenceQuestion } from './analyzer.ts';
import { confidenceOf, LINK_THRESHOLD } from './confidence.ts';
import { findDefinition } from './find-definition.ts';
import { judgeSentence } from './judge-sentence.ts';
import { differsInCase, isAbbreviation, isAmbiguous, isInAllCapsLine, weighShape } from './name-shape.ts';
import { coMentions, refutationKey, type PageContext } from './page-context.ts';

/** An alias with its spelling taken apart. */
export type SpelledAlias = { readonly tracked: TrackedAlias; readonly spelling: AliasSpelling };

/** The text of one block with the candidates found in it. */
export type LinkableRun = { readonly text: string; readonly candidates: readonly Candidate[] };

export type LinkingTools = {
  readonly aliasesOf: (fingerprint: Fingerprint) => readonly SpelledAlias[];
  readonly split: SentenceSplitter;
  /** Analyses known so far, by {@link questionKey}; null to link without the analyst. */
  readonly analyses: ReadonlyMap<string, SentenceAnalysis> | null;
};

/** What is known of a run so far. */
export type RunLinks = {
  readonly mentions: readonly Mention[];
  /** Mentions that do not lean on a longer form elsewhere: they make the page's context. */
  readonly certain: readonly Mention[];
  /** Sentences that must be analysed before some names can be judged. */
  readonly unanswered: readonly SentenceQuestion[];
  /** Short forms that this run introduces for somebody else; see {@link PageContext.refuted}. */
  readonly refuted: readonly string[];
  /** Whether another context of the page could change these links. */
  readonly dependent: boolean;
};

type Hit = {
  readonly start: number;
  readonly end: number;
  readonly tracked: TrackedAlias;
  readonly need: Reason | 'none';
};

/**
 * Links the names of one run: compares candidates with the real aliases, applies their rules, takes the longest, weighs the
 * evidence and keeps what is likely enough. Pure: the same run, context and analyses give the same links.
 */
export function linkRun(run: LinkableRun, context: PageContext, tools: LinkingTools): RunLinks {
  const text = normalizeText(run.text);
  const { hits, named, dependent } = collectHits(run, text, context, tools);
  const refuted = named.filter((hit) => isIntroducedForAnother(hit, named, run.text)).map(refutationOf);
  const meant = hits.filter((hit) => !context.refuted.has(refutationOf(hit)) && !refuted.includes(refutationOf(hit)));
  const groups = Map.groupBy(selectLongest(meant), (hit) => hit.start);
  const mentions: Mention[] = [];
  const certain: Mention[] = [];
  const unanswered: SentenceQuestion[] = [];
  for (const group of groups.values()) {
    const judged = judgeGroup(group, run.text, context, tools);
    if (judged.question !== undefined) unanswered.push(judged.question);
    if (judged.mention === undefined || judged.mention.confidence < LINK_THRESHOLD) continue;
    mentions.push(judged.mention);
    if (judged.certain) certain.push(judged.mention);
  }
  return { mentions, certain, unanswered, refuted, dependent };
}

function collectHits(run: LinkableRun, text: NormalizedText, context: PageContext, tools: LinkingTools) {
  const hits: Hit[] = [];
  // Before needs are asked: what a text introduces for somebody else is his, whatever stands near.
  const named: Hit[] = [];
  let dependent = false;
  for (const candidate of run.candidates) {
    for (const { tracked, spelling } of tools.aliasesOf(candidate.fingerprint)) {
      const span = verifyCandidate(run.text, candidate, spelling);
      if (span === null || !obeysCase(tracked.alias, run.text.slice(span.start, span.end))) continue;
      if (isInWebAddress(run.text, span.start, span.end) || isPartOfOtherPhrase(tracked.alias, text, span)) continue;
      const need = meetsNeeds(tracked.alias, tracked.entity, text, span, context);
      dependent ||=
        needsContext(tracked.alias) ||
        isAbbreviation(tracked.alias.text) ||
        isAmbiguous(tracked.alias, run.text.slice(span.start, span.end));
      named.push({ ...span, tracked, need: 'none' });
      if (need !== null) hits.push({ ...span, tracked, need });
    }
  }
  return { hits, named, dependent };
}

const refutationOf = (hit: Hit): string => refutationKey(hit.tracked.entity, hit.tracked.alias.text);

/**
 * Whether the text introduces this short form for a long form that is none of its entity's: "Central Arizona College (CAC)". A
 * long form that shares a word with the entity's name ("China's Cyberspace Administration") is taken for another way to say it.
 */
function isIntroducedForAnother(hit: Hit, hits: readonly Hit[], text: string): boolean {
  if (!isAbbreviation(hit.tracked.alias.text)) return false;
  const definition = findDefinition(text, hit);
  if (definition === null || hits.some((other) => isSameEntity(other, hit) && overlaps(other, definition.longForm)))
    return false;
  const own = longWords(hit.tracked.name);
  const given = longWords(text.slice(definition.longForm.start, definition.longForm.end));
  return own.length > 1 && !given.some((word) => own.includes(word));
}

/** Words of four letters and more, folded: shorter ones join names. */
const longWords = (text: string): string[] =>
  normalizeText(text)
    .folded.split(' ')
    .filter((word) => word.length > 3);

const isSameEntity = (a: Hit, b: Hit): boolean => entityKey(a.tracked.entity) === entityKey(b.tracked.entity);

const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

const needsContext = ({ needs }: TrackedAlias['alias']): boolean =>
  needs?.entities !== undefined || needs?.longForm === true;

type Judgement = { readonly mention?: Mention; readonly question?: SentenceQuestion; readonly certain: boolean };

/** Chooses among the entities that share one span. An alias whose needs are met beats those that ask for nothing. */
function judgeGroup(group: readonly Hit[], text: string, context: PageContext, tools: LinkingTools): Judgement {
  const supported = group.filter((hit) => hit.need !== 'none');
  const contenders = supported.length > 0 ? supported : group;
  const weighed = contenders.map((hit) => ({ hit, ...weighHit(hit, text, context, tools) }));
  const question = weighed.find((entry) => entry.question !== undefined)?.question;
  if (question !== undefined) return { question, certain: false };
  const ranked = weighed.toSorted((a, b) => confidenceOf(b.reasons) - confidenceOf(a.reasons));
  const [best, ...rest] = ranked;
  if (best === undefined) return { certain: false };
  const { start, end, tracked, need } = best.hit;
  const alternatives = rest
    .map((entry) => entry.hit.tracked.entity)
    .filter((entity) => entity.id !== tracked.entity.id)
    .filter((entity, position, all) => all.findIndex((other) => entityKey(other) === entityKey(entity)) === position);
  const mention: Mention = {
    start,
    end,
    entity: tracked.entity,
    name: tracked.name,
    alias: tracked.alias.text,
    derivedFrom: tracked.derivedFrom ?? null,
    confidence: confidenceOf(best.reasons),
    reasons: best.reasons,
    paint: tracked.paint,
    alternatives,
  };
  // A short form that leans on a long one proves nothing to others.
  return { mention, certain: need === 'none' || need.evidence !== 'long-form' };
}

/** A spelling that nobody listed is a little less likely to be meant. */
const DERIVED_WEIGHT = -0.5;

type WeighedHit = { readonly reasons: readonly Reason[]; readonly question?: SentenceQuestion };

/** The evidence for one hit; the question to the analyst if its answer is still missing. */
function weighHit(hit: Hit, text: string, context: PageContext, tools: LinkingTools): WeighedHit {
  const { alias } = hit.tracked;
  const surface = text.slice(hit.start, hit.end);
  const reasons: Reason[] = [weighShape(alias)];
  if (hit.tracked.derivedFrom !== undefined) reasons.push({ evidence: 'derived', weight: DERIVED_WEIGHT });
  if (hit.need !== 'none') reasons.push(hit.need);
  if (!isAmbiguous(alias, surface)) return { reasons };
  if (differsInCase(alias, surface)) reasons.push({ evidence: 'case-differs', weight: -1 });
  if (isInAllCapsLine(text, hit.start, hit.end)) reasons.push({ evidence: 'all-caps-line', weight: -2 });
  const company = Math.min(3, coMentions(context, hit.tracked.entity));
  if (company > 0) reasons.push({ evidence: 'co-mention', weight: company * 0.3 });
  if (tools.analyses === null) return { reasons };
  const window = sentenceAround(text, hit.start, hit.end, tools.split);
  const question = { sentence: window.text, name: surface };
  const analysis = tools.analyses.get(questionKey(question));
  if (analysis === undefined) return { reasons, question };
  const inSentence = { start: hit.start - window.start, end: hit.end - window.start };
  return { reasons: [...reasons, ...judgeSentence(analysis, inSentence)] };
}
