import type { Evidence, Reason } from '../model/mention.ts';

/** What each piece of evidence adds to the log-odds that a name is meant. */
export type EvidenceWeights = Readonly<Record<Evidence, number>>;

/**
 * Set by hand so that a lone distinctive name passes, whatever an author restricted needs support, and what speaks plainly
 * against a name (-20) outweighs all the rest. 4 is 98 %, 2.5 is 92 %, 1 is 73 %; `npm run score` shows what becomes of the
 * corpora without each of them.
 */
export const EVIDENCE_WEIGHTS: EvidenceWeights = {
  // The shape of the alias.
  'full-name': 4,
  'single-word': 2.5,
  abbreviation: 1,
  ideographic: 4,
  'short-ideographic': 2.5,
  // How the alias came to be.
  derived: -0.5,
  plural: -0.5,
  // What the pack asks for.
  'needed-word': 2,
  'needed-entity': 1.5,
  'long-form': 2.5,
  'needs-unmet': -4,
  'long-form-missing': -20,
  // What the page says.
  'introduced-here': 2.5,
  'introduced-for-another': -20,
  'spelled-out-otherwise': -20,
  'co-mention': 0.7,
  'also-in-lower-case': -2.5,
  'borne-by-another': -3,
  // The words around.
  'part-of-longer-name': -20,
  'name-of-another-person': -20,
  'cuts-a-word': -20,
  'share-label': -20,
  'counted-place': -6,
  'case-differs': -1,
  'low-among-capitals': -4.5,
  'all-caps-line': -2,
  'other-language': -2,
  // The sentence, as compromise tags it.
  'verb-follows': 2.5,
  'noun-follows': -2,
  'number-follows': -2.5,
  'article-precedes': 1.5,
  'indefinite-article-precedes': 0.5,
  'article-precedes-common-noun': -2,
  'preposition-precedes': 1,
  possessive: 2,
  'ordinary-word': -2,
  'ordinary-word-in-capitals': -1,
  'opens-sentence': -2,
  'given-name': -1.5,
};

/** Makes reasons with the weights given. `times` is for evidence that can be found more than once. */
export type Weigh = (evidence: Evidence, times?: number) => Reason;

export const createWeigh =
  (weights: EvidenceWeights): Weigh =>
  (evidence, times = 1) => ({ evidence, weight: weights[evidence] * times });
