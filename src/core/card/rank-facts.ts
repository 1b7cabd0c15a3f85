import type { Fact } from '../model/fact.ts';

const CERTAINTY_ORDER: readonly Fact['certainty'][] = ['asserted', 'reported', 'forecast', 'opinion'];

/** Orders facts for a reader: what the pack calls most telling first, sound before doubtful, then the newest. */
export function rankFacts(facts: readonly Fact[]): Fact[] {
  return facts.toSorted(
    (a, b) =>
      b.salience - a.salience ||
      Number(a.quality !== 'ok') - Number(b.quality !== 'ok') ||
      CERTAINTY_ORDER.indexOf(a.certainty) - CERTAINTY_ORDER.indexOf(b.certainty) ||
      asOfDate(b).localeCompare(asOfDate(a)) ||
      a.id.localeCompare(b.id),
  );
}

/** The as-of date, or an empty string, which sorts before every date. */
export const asOfDate = (fact: Fact): string => (fact.asOf.basis === 'unknown' ? '' : fact.asOf.date);
