import type { Fact } from '../model/fact.ts';
import { measureOf } from '../model/fact-measure.ts';
import { createRelevance, type ReadingContext } from './relevance.ts';

/** Claims about what is or was come before forecasts, and these before opinions. */
const CERTAINTY_ORDER: Readonly<Record<Fact['certainty'], number>> = {
  asserted: 0,
  reported: 0,
  forecast: 1,
  opinion: 2,
};

/**
 * Orders facts for a reader. With a sentence at hand those come first that speak of the same as it does. What that does not
 * decide, and all without a sentence, goes by what the pack calls most telling, sound before doubtful, claims before opinions,
 * what can be compared (a sum, a count) before prose, then the newest.
 */
export function rankFacts(facts: readonly Fact[], reading: ReadingContext | null = null): Fact[] {
  const ordered = facts.toSorted(byWorth);
  if (reading === null || facts.length < 2) return ordered;
  const relevanceOf = createRelevance(ordered, reading);
  const scored = ordered.map((fact) => ({ fact, relevance: relevanceOf(fact) }));
  return scored.toSorted((a, b) => b.relevance - a.relevance).map(({ fact }) => fact);
}

function byWorth(a: Fact, b: Fact): number {
  return (
    b.salience - a.salience ||
    Number(a.quality !== 'ok') - Number(b.quality !== 'ok') ||
    CERTAINTY_ORDER[a.certainty] - CERTAINTY_ORDER[b.certainty] ||
    Number(measureOf(b) !== null) - Number(measureOf(a) !== null) ||
    asOfDate(b).localeCompare(asOfDate(a)) ||
    a.id.localeCompare(b.id)
  );
}

/** The as-of date, or an empty string, which sorts before every date. */
export const asOfDate = (fact: Fact): string => (fact.asOf.basis === 'unknown' ? '' : fact.asOf.date);
