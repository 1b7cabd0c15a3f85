import type { Fact } from '../model/fact.ts';

/** Claims about what is or was come before forecasts, and these before opinions. */
const CERTAINTY_ORDER: Readonly<Record<Fact['certainty'], number>> = {
  asserted: 0,
  reported: 0,
  forecast: 1,
  opinion: 2,
};

/**
 * Orders facts for a reader: what the pack calls most telling first, sound before doubtful, claims before opinions, what can
 * be compared (a sum, a count) before prose, then the newest.
 */
export function rankFacts(facts: readonly Fact[]): Fact[] {
  return facts.toSorted(
    (a, b) =>
      b.salience - a.salience ||
      Number(a.quality !== 'ok') - Number(b.quality !== 'ok') ||
      CERTAINTY_ORDER[a.certainty] - CERTAINTY_ORDER[b.certainty] ||
      Number(isMeasured(b)) - Number(isMeasured(a)) ||
      asOfDate(b).localeCompare(asOfDate(a)) ||
      a.id.localeCompare(b.id),
  );
}

const isMeasured = (fact: Fact): boolean => fact.value?.type === 'money' || fact.value?.type === 'quantity';

/** The as-of date, or an empty string, which sorts before every date. */
export const asOfDate = (fact: Fact): string => (fact.asOf.basis === 'unknown' ? '' : fact.asOf.date);
