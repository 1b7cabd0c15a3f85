import type { Fingerprint } from '../matching/alias-key.ts';
import { selectLongest } from '../matching/longest-match.ts';
import type { Span } from '../matching/verify-candidate.ts';
import { entityKey, type Evidence, type Mention, type Reason } from '../model/mention.ts';
import { normalizeText } from '../text/normalize.ts';
import type { SentenceAnalysis, SentenceQuestion } from './analyzer.ts';
import { collectHits, type LinkableRun, type SpelledAlias } from './collect-hits.ts';
import { confidenceOf, LINK_THRESHOLD } from './confidence.ts';
import { createWeigh, EVIDENCE_WEIGHTS, type EvidenceWeights } from './evidence-weights.ts';
import { findClues, keyOf } from './find-clues.ts';
import { findIntroduced } from './find-introduced.ts';
import { endWithLegalForm } from './legal-forms.ts';
import type { PageClues, PageContext } from './page-context.ts';
import { weighHit, type WeighedHit } from './weigh-hit.ts';

export type LinkingTools = {
  readonly aliasesOf: (fingerprint: Fingerprint) => readonly SpelledAlias[];
  /** Analyses known so far, by `questionKey`; null to link without the analyst. */
  readonly analyses: ReadonlyMap<string, SentenceAnalysis> | null;
  /** Other weights than the usual ones, to learn what each is worth. */
  readonly weights?: EvidenceWeights;
};

/** What is known of a run so far. */
export type RunLinks = Omit<PageClues, 'mentions' | 'certain'> & {
  readonly mentions: readonly Mention[];
  readonly certain: readonly Mention[];
  /** Everything that is spelled as a name, with what speaks for and against it. */
  readonly weighed: readonly WeighedHit[];
  /** Sentences that must be analysed before some names can be judged. */
  readonly unanswered: readonly SentenceQuestion[];
  /** Whether another context of the page could change these links. */
  readonly dependent: boolean;
};

/**
 * Links the names of one run: compares candidates with the real aliases, applies their rules, weighs the evidence, and of
 * what is likely enough takes the longest. Pure: the same run, context and analyses give the same links.
 */
export function linkRun(run: LinkableRun, context: PageContext, tools: LinkingTools): RunLinks {
  const weigh = createWeigh(tools.weights ?? EVIDENCE_WEIGHTS);
  const normalized = normalizeText(run.text);
  const hits = collectHits(run, normalized, tools.aliasesOf);
  const starts = new Set(hits.map((hit) => hit.start));
  const weighable = { text: run.text, normalized, isFollowed: (offset: number) => starts.has(offset) };
  const clues = findClues(hits, run.text);
  const weighed = hits.map((hit) => weighHit(hit, weighable, context, { ...tools, weigh }));
  const others = weighed.filter(isOthers).map(({ hit }) => hit);
  // A name whose sentence is still being read keeps shorter names out of its place, and so does one that somebody else bears.
  const possible = weighed.filter(
    ({ hit, missing, reasons }) =>
      (missing !== undefined || isLikely(reasons)) && !others.some((other) => isInside(hit, other)),
  );
  const mentions: Mention[] = [];
  const certain: Mention[] = [];
  const unanswered: SentenceQuestion[] = [];
  const introducers: Parameters<typeof findIntroduced>[1][number][] = [];
  const chosen = selectLongest(possible.map((entry) => ({ start: entry.hit.start, end: entry.hit.end, entry })));
  for (const group of Map.groupBy(chosen, ({ start }) => start).values()) {
    const entries = group.map(({ entry }) => entry);
    const missing = entries.find((entry) => entry.missing !== undefined)?.missing;
    if (missing !== undefined) {
      unanswered.push(missing);
      continue;
    }
    const { best, mention } = chooseEntity(entries, run.text);
    mentions.push(mention);
    if (!isLikely(best.reasons.filter((reason) => !FROM_THE_PAGE.has(reason.evidence)))) continue;
    certain.push(mention);
    introducers.push({ ...mention, end: best.hit.end, type: best.hit.tracked.type });
  }
  const introduced = findIntroduced(run.text, introducers);
  const borrowed = others.map(keyOf);
  return {
    ...clues,
    borrowed,
    lowered: run.lowered,
    introduced,
    mentions,
    certain,
    weighed,
    unanswered,
    dependent: weighed.some((entry) => entry.dependent),
  };
}

const isLikely = (reasons: readonly Reason[]): boolean => confidenceOf(reasons) >= LINK_THRESHOLD;

const isOthers = ({ reasons }: WeighedHit): boolean =>
  reasons.some(({ evidence }) => evidence === 'name-of-another-person');

const isInside = (inner: Span, outer: Span): boolean =>
  outer.start <= inner.start && outer.end >= inner.end && outer.end - outer.start > inner.end - inner.start;

/** What other mentions lend to one. A name that needs it proves nothing to others, else two could hold each other up. */
const FROM_THE_PAGE: ReadonlySet<Evidence> = new Set(['long-form', 'needed-entity', 'co-mention', 'introduced-here']);

/** What an alias asked for and got. */
const SUPPORT: ReadonlySet<Evidence> = new Set(['needed-word', 'needed-entity', 'long-form', 'introduced-here']);

/** Chooses among entities that share one span. An alias whose needs are met beats those that ask for nothing. */
function chooseEntity(entries: readonly WeighedHit[], text: string): { best: WeighedHit; mention: Mention } {
  const supported = entries.filter(({ reasons }) => reasons.some((reason) => SUPPORT.has(reason.evidence)));
  const contenders = supported.length > 0 ? supported : entries;
  const [best, ...rest] = contenders.toSorted((a, b) => confidenceOf(b.reasons) - confidenceOf(a.reasons));
  if (best === undefined) throw new Error('a group of no hits');
  const { tracked } = best.hit;
  // "the New York Times": the article is the sentence's, not the name's.
  const start = best.hit.start + (/^the\s/u.test(best.hit.surface) ? 4 : 0);
  const end = endWithLegalForm(text, best.hit, tracked.type);
  const others = rest
    .map(({ hit }) => hit.tracked.entity)
    .filter((entity) => entityKey(entity) !== entityKey(tracked.entity));
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
    privacy: tracked.privacy ?? 'inline',
    alternatives: [...new Map(others.map((entity) => [entityKey(entity), entity])).values()],
  };
  return { best, mention };
}
